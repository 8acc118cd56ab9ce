package city.xueliang.feeds.simulate;

import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Cities, times and runs that the tests share. */
public final class TestingCities {
  /** A Saturday noon in Xining. */
  public static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

  public static final double RATE = 100;

  private TestingCities() {}

  /** Some fifty grids and 800 devices. */
  public static Registry small() {
    return SimulatedCity.xining(new CityOptions(7, 0.01, RATE));
  }

  public static SimulationOptions during(Duration duration) {
    return SimulationOptions.of(NOON, RATE).withSeed(7).withDuration(duration);
  }

  public static List<SimulatedRecord> records(Registry city, SimulationOptions options) {
    List<SimulatedRecord> records = new ArrayList<>();
    each(city, options, records::add);
    return records;
  }

  public static void each(
      Registry city, SimulationOptions options, Consumer<SimulatedRecord> taker) {
    new Simulation(city, options, incident -> {}).forEachRemaining(taker);
  }
}

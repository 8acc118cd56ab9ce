package city.xueliang.domain.detector;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.TestingObservation;
import java.time.Duration;

/** Builds sightings; without more, smoke that a camera of the first grid sees at noon. */
public final class TestingSighting {
  public static final long NOON = TestingObservation.NOON.toEpochMilli();

  private String grid = grid(1);
  private String deviceId = camera(1);
  private Measure measure = Measure.SMOKE;
  private double value;
  private long occurredAt = NOON;

  private TestingSighting() {}

  public static TestingSighting sighting() {
    return new TestingSighting();
  }

  /** Code of the grid of this number, 1 to 999, all of one community. */
  public static String grid(int number) {
    return "630105002001%03d".formatted(number);
  }

  /** Id of the camera of this number. */
  public static String camera(int number) {
    return "6301050000132000%04d".formatted(number);
  }

  /** Epoch milliseconds of so many seconds after noon. */
  public static long second(long seconds) {
    return NOON + Duration.ofSeconds(seconds).toMillis();
  }

  /** Epoch milliseconds of so many minutes after noon. */
  public static long minute(long minutes) {
    return NOON + Duration.ofMinutes(minutes).toMillis();
  }

  /** Of two devices in two grids. */
  public static Sightings some() {
    Sightings some = new Sightings();
    some.add(sighting().build());
    some.add(sighting().by(2).of(Measure.TILT_DEGREE, -0.5).at(second(-90)).build());
    some.add(sighting().in(2).by(2).of(Measure.FLAME).build());
    return some;
  }

  public TestingSighting in(int number) {
    grid = grid(number);
    return this;
  }

  public TestingSighting by(int number) {
    deviceId = camera(number);
    return this;
  }

  public TestingSighting of(Measure changed, double observed) {
    measure = changed;
    value = observed;
    return this;
  }

  public TestingSighting of(Measure changed) {
    return of(changed, 0);
  }

  public TestingSighting at(long epochMillis) {
    occurredAt = epochMillis;
    return this;
  }

  public Sighting build() {
    return new Sighting(grid, deviceId, measure, value, occurredAt);
  }
}

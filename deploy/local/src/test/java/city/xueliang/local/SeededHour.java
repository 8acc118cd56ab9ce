package city.xueliang.local;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.simulate.SimulatedRecord;
import city.xueliang.feeds.simulate.SimulationOptions;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.feeds.simulate.fault.FaultOptions;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.TestingCameraEvent;
import city.xueliang.testing.TestingSensorReading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The hour before a midnight of the city, and some minutes on either side: what all devices of a
 * small city send, with more faults than usual. The same seed gives the same records.
 */
final class SeededHour {
  /** After the last window of the hour has ended, and long after its last record. */
  static final Instant TWO_DAYS_LATER = Instant.parse("2025-03-05T18:00:00Z");

  /** 22:50 in Xining. */
  private static final Instant START = Instant.parse("2025-03-03T14:50:00Z");

  private static final Duration LENGTH = Duration.ofMinutes(80);
  private static final long SEED = 11;
  private static final double SCALE = 0.012;
  private static final FaultOptions FAULTS =
      new FaultOptions(0.03, 0.1, 0.01, 0.005, 0.01, 0.005, 0.001);

  /** Within the lateness of one hour, whatever else delays a record. */
  private static final int GREATEST_DELAY_MILLIS = 50 * 60_000;

  private static final int ENDING_DEVICES = 60;

  private final double rate;
  private final double incidents;
  private final Registry registry;

  /**
   * An hour.
   *
   * @param rate records a second, without the flawed ones and those of incidents
   * @param incidents in an hour; each of them is told by devices every second
   */
  SeededHour(double rate, double incidents) {
    this.rate = rate;
    this.incidents = incidents;
    Registry city = SimulatedCity.xining(new CityOptions(SEED, SCALE, rate));
    List<Place> places = new ArrayList<>(city.places());
    List<String> grids =
        city.places().stream().filter(each -> each.level() == Level.GRID).map(Place::code).toList();
    places.add(zone("zone-every-fifth", grids, 5));
    places.add(zone("zone-every-seventh", grids, 7));
    this.registry = new Registry(places, city.devices());
  }

  /** Crosses all districts, and others like it. */
  private static Place zone(String code, List<String> grids, int step) {
    return new Place(
        code,
        Level.ZONE,
        null,
        "片区",
        null,
        null,
        null,
        null,
        List.of(),
        IntStream.range(0, grids.size()).filter(i -> i % step == 0).mapToObj(grids::get).toList(),
        Validity.ALWAYS);
  }

  Registry registry() {
    return registry;
  }

  /** In the order of the gateway. */
  List<SimulatedRecord> records() {
    return OutsideClient.life(
        registry,
        SimulationOptions.of(START, rate)
            .withSeed(SEED)
            .withDuration(LENGTH)
            .withFaults(FAULTS)
            .withIncidentsPerHour(incidents));
  }

  /** The same records, each held up for some time on its way to its topic. */
  List<SimulatedRecord> shuffled(long seed) {
    Random random = new Random(seed);
    record Delayed(SimulatedRecord record, long at) {}
    return records().stream()
        .map(each -> new Delayed(each, each.at() + random.nextInt(GREATEST_DELAY_MILLIS)))
        .sorted(Comparator.comparingLong(Delayed::at))
        .map(Delayed::record)
        .toList();
  }

  /** Records that let the watermark of every partition pass the hour and its days. */
  List<ProducerRecord<byte[], byte[]>> end() {
    List<ProducerRecord<byte[], byte[]>> end = new ArrayList<>();
    registry.devices().stream()
        .limit(ENDING_DEVICES)
        .forEach(
            device -> {
              String id = device.deviceId();
              boolean isCamera = device.modelClass() == ModelClass.CAMERA;
              byte[] key = id.getBytes(StandardCharsets.US_ASCII);
              end.add(
                  isCamera
                      ? new ProducerRecord<>(
                          Topics.CAMERA_EVENTS,
                          key,
                          TestingCameraEvent.from(id).at(TWO_DAYS_LATER).bytes())
                      : new ProducerRecord<>(
                          Topics.SENSOR_READINGS,
                          key,
                          TestingSensorReading.from(id).at(TWO_DAYS_LATER).bytes()));
            });
    return end;
  }
}

package city.xueliang.placewatch.job;

import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.Moments;
import city.xueliang.testing.TestingCameraEvent;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingPlace;
import city.xueliang.testing.TestingSensorReading;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Some minutes of a small town's feeds from noon on, with all that can be wrong with them: records
 * that come twice, out of order, late, from the future, garbled, out of range or from unknown
 * devices. The same seed gives the same records.
 */
final class CityFeeds {
  static final int MINUTES = 15;
  static final List<String> GRIDS = List.of(Town.GRID, Town.NEXT_GRID, Town.FAR_GRID);
  static final int DEVICES_OF_A_CLASS = 15;
  static final String ZONE = "festival-street";
  static final List<String> ZONE_GRIDS = List.of(Town.GRID, Town.FAR_GRID);

  /** When {@link #end} occurs. */
  static final Instant END = Moments.minutes(24 * 60);

  private static final int UNKNOWN_SERIAL = 9_000;
  private static final int DISORDER_MILLIS = 90_000;
  private static final CameraKind[] KINDS = {
    CameraKind.HEARTBEAT, CameraKind.FLAME, CameraKind.CROWD_COUNT, CameraKind.VEHICLE_COUNT
  };
  private static final Quantity[] QUANTITIES = {Quantity.GAS_LEL_PERCENT, Quantity.TILT_DEGREE};

  private final Random random;
  private final List<Sent> sent = new ArrayList<>();

  private CityFeeds(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A record, and when it reaches its topic relative to the others.
   *
   * @param value null for none
   */
  @SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
  record Sent(String topic, String key, byte[] value, long turn) {}

  /** The registry's records. */
  static List<Sent> registry() {
    List<Sent> registry = new ArrayList<>();
    for (String grid : GRIDS) {
      registry.add(new Sent(Topics.PLACES, grid, TestingPlace.grid(grid).bytes(), 0));
    }
    registry.add(
        new Sent(
            Topics.PLACES,
            ZONE,
            TestingPlace.zone(ZONE, ZONE_GRIDS.toArray(String[]::new)).bytes(),
            0));
    for (int serial = 0; serial < DEVICES_OF_A_CLASS; serial++) {
      String grid = GRIDS.get(serial % GRIDS.size());
      String camera = Town.camera(serial);
      String sensor = Town.sensor(serial);
      registry.add(
          new Sent(Topics.DEVICES, camera, TestingDevice.camera(camera).in(grid).bytes(), 0));
      registry.add(
          new Sent(Topics.DEVICES, sensor, TestingDevice.sensor(sensor).in(grid).bytes(), 0));
    }
    return registry;
  }

  /** The feeds' records in the order in which they reach their topics. */
  static List<Sent> of(long seed) {
    CityFeeds feeds = new CityFeeds(seed);
    for (int minute = 0; minute < MINUTES; minute++) {
      for (int serial = 0; serial < DEVICES_OF_A_CLASS; serial++) {
        for (int i = feeds.random.nextInt(4); i >= 0; i--) {
          feeds.camera(serial, minute);
          feeds.sensor(serial, minute);
        }
      }
    }
    feeds.sent.sort(Comparator.comparingLong(Sent::turn));
    return feeds.sent;
  }

  /**
   * Records with which the watermark of every partition passes all that came before them, and their
   * day: some of the next one.
   */
  static List<Sent> end() {
    return tick(END);
  }

  /** Whether a window is one of the feeds', and not one that ends them. */
  static boolean isWithin(Instant start) {
    return start.isBefore(Moments.minutes(MINUTES));
  }

  /** A heartbeat and a tilt of every device at this minute after noon. */
  static List<Sent> tick(int minute) {
    return tick(Moments.minutes(minute));
  }

  private static List<Sent> tick(Instant at) {
    List<Sent> ticks = new ArrayList<>();
    for (int serial = 0; serial < DEVICES_OF_A_CLASS; serial++) {
      String camera = Town.camera(serial);
      String sensor = Town.sensor(serial);
      ticks.add(
          new Sent(
              Topics.CAMERA_EVENTS, camera, TestingCameraEvent.from(camera).at(at).bytes(), 0));
      ticks.add(
          new Sent(
              Topics.SENSOR_READINGS,
              sensor,
              TestingSensorReading.from(sensor).quantity(Quantity.TILT_DEGREE).at(at).bytes(),
              0));
    }
    return ticks;
  }

  private void camera(int serial, int minute) {
    Instant at = within(minute);
    String id = Town.camera(isOne(2) ? UNKNOWN_SERIAL : serial);
    CameraKind kind = KINDS[random.nextInt(KINDS.length)];
    TestingCameraEvent event =
        TestingCameraEvent.from(id).kind(kind).at(at).id(random.nextLong()).receivedAfter(delay());
    if (kind == CameraKind.CROWD_COUNT || kind == CameraKind.VEHICLE_COUNT) {
      event.count(isOne(2) ? -1 : random.nextInt(200));
    }
    send(Topics.CAMERA_EVENTS, id, event.bytes(), at);
  }

  private void sensor(int serial, int minute) {
    Instant at = within(minute);
    String id = isOne(2) ? Town.sensor(UNKNOWN_SERIAL) : Town.sensor(serial);
    Quantity quantity = QUANTITIES[random.nextInt(QUANTITIES.length)];
    double value =
        isOne(1) ? Double.NaN : random.nextInt(quantity == QUANTITIES[0] ? 400 : 1_900) / 10.0;
    send(
        Topics.SENSOR_READINGS,
        id,
        TestingSensorReading.from(id)
            .quantity(quantity)
            .value(value)
            .at(at)
            .receivedAfter(delay())
            .bytes(),
        at);
  }

  private void send(String topic, String key, byte[] good, Instant at) {
    byte[] value = good;
    if (isOne(2)) {
      value = Arrays.copyOf(good, random.nextInt(good.length));
    } else if (isOne(1)) {
      value = null;
    }
    long turn = at.toEpochMilli() + random.nextInt(DISORDER_MILLIS);
    sent.add(new Sent(topic, key, value, turn));
    if (isOne(5)) {
      sent.add(new Sent(topic, key, value, turn + random.nextInt(DISORDER_MILLIS)));
    }
  }

  private Instant within(int minute) {
    return Moments.minutes(minute).plusMillis(random.nextInt(60_000));
  }

  private Duration delay() {
    if (isOne(3)) {
      return Duration.ofHours(2);
    }
    return isOne(2) ? Duration.ofMinutes(-3) : Duration.ofSeconds(random.nextInt(30));
  }

  private boolean isOne(int percent) {
    return random.nextInt(100) < percent;
  }
}

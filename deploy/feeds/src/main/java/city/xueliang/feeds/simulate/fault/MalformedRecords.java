package city.xueliang.feeds.simulate.fault;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.feeds.simulate.chance.Randomness;
import city.xueliang.feeds.simulate.signal.RecordWriter;
import city.xueliang.feeds.simulate.signal.Utterance;
import java.util.Arrays;
import java.util.List;

/** Spoils records in every way that intake has a reason for. */
public final class MalformedRecords {
  private static final int HEADER = 10;
  private static final int LONGEST_RANDOM = 200;
  private static final byte FIRST_OF_SINGLE_OBJECT = (byte) 0xC3;
  private static final List<Flaw> OF_CAMERAS =
      List.of(
          Flaw.RANDOM_BYTES,
          Flaw.TRUNCATED,
          Flaw.UNKNOWN_FINGERPRINT,
          Flaw.WRONG_TYPE,
          Flaw.OUT_OF_RANGE);
  private static final List<Flaw> OF_SENSORS =
      List.of(
          Flaw.RANDOM_BYTES,
          Flaw.TRUNCATED,
          Flaw.UNKNOWN_FINGERPRINT,
          Flaw.WRONG_TYPE,
          Flaw.OUT_OF_RANGE,
          Flaw.NOT_FINITE,
          Flaw.BAD_QUALITY);

  private final RecordWriter writer;
  private final Randomness random;

  public MalformedRecords(RecordWriter writer, Randomness random) {
    this.writer = writer;
    this.random = random;
  }

  /** One of the ways that a camera event or sensor reading can be spoilt in. */
  public Flaw draw(boolean camera) {
    return random.oneOf(camera ? OF_CAMERAS : OF_SENSORS);
  }

  /** The bytes of a record that is spoilt in this way and fine in every other. */
  public byte[] spoilt(
      Flaw flaw, String deviceId, Utterance said, long occurredAt, long receivedAt) {
    return switch (flaw) {
      case RANDOM_BYTES -> randomBytes();
      case TRUNCATED -> truncated(writer.write(deviceId, said, occurredAt, receivedAt));
      case UNKNOWN_FINGERPRINT ->
          otherFingerprint(writer.write(deviceId, said, occurredAt, receivedAt));
      case WRONG_TYPE -> writer.write(deviceId, ofOtherTopic(said), occurredAt, receivedAt);
      case OUT_OF_RANGE -> writer.write(deviceId, outOfRange(said), occurredAt, receivedAt);
      case NOT_FINITE -> writer.write(deviceId, with(said, notFinite()), occurredAt, receivedAt);
      case BAD_QUALITY -> writer.badReading(deviceId, said, occurredAt, receivedAt);
      default -> throw new IllegalArgumentException(flaw + " does not spoil the bytes of a record");
    };
  }

  private byte[] randomBytes() {
    byte[] bytes = new byte[1 + random.below(LONGEST_RANDOM)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) random.nextLong();
    }
    if (bytes[0] == FIRST_OF_SINGLE_OBJECT) {
      bytes[0] = 0;
    }
    return bytes;
  }

  private byte[] truncated(byte[] whole) {
    return Arrays.copyOf(whole, HEADER + random.below(whole.length - HEADER));
  }

  private static byte[] otherFingerprint(byte[] whole) {
    whole[2] ^= 0x5A;
    return whole;
  }

  private static Utterance ofOtherTopic(Utterance said) {
    boolean camera = said.measure().sender() == ModelClass.CAMERA;
    return new Utterance(
        said.device(), camera ? Measure.TEMPERATURE_CELSIUS : Measure.HEARTBEAT, 20, -1);
  }

  private Utterance outOfRange(Utterance said) {
    if (said.measure().sender() == ModelClass.CAMERA) {
      return new Utterance(said.device(), Measure.CROWD_COUNT, -1 - random.below(100), -1);
    }
    Measure quantity = said.measure();
    double beyond = 1 + random.below(1_000);
    return with(
        said, random.chance(0.5) ? quantity.greatest() + beyond : quantity.least() - beyond);
  }

  private double notFinite() {
    return random.chance(0.5) ? Double.NaN : Double.POSITIVE_INFINITY;
  }

  private static Utterance with(Utterance said, double value) {
    return new Utterance(said.device(), said.measure(), value, said.confidence());
  }
}

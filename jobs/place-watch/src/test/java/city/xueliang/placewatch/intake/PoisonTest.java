package city.xueliang.placewatch.intake;

import static city.xueliang.testing.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.flink.kafka.RecordBytes;
import city.xueliang.placewatch.publish.RejectionRecords;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.Quantity;
import city.xueliang.testing.TestingCameraEvent;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingPlace;
import city.xueliang.testing.TestingSensorReading;
import city.xueliang.testing.Town;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/**
 * Whatever stands in a topic is taken or rejected with its bytes, and either can be sent on and
 * published; nothing throws.
 */
class PoisonTest {
  private static final long SEED = 20261121;
  private static final int RANDOM_RECORDS = 30_000;
  private static final List<Long> EXTREME_TIMES =
      List.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, Long.MAX_VALUE - 1, Long.MAX_VALUE);

  private static final List<byte[]> GOOD_RECORDS =
      List.of(
          TestingCameraEvent.from(Town.CAMERA)
              .crowd(12)
              .confidence(0.5f)
              .region(0, 0, 0.5f, 1)
              .bytes(),
          TestingSensorReading.from(Town.SENSOR).quantity(Quantity.TILT_DEGREE).bytes(),
          TestingDevice.sensor(Town.SENSOR).retiredAt(NOON).bytes(),
          TestingPlace.grid(Town.GRID).validFrom(NOON).bytes());

  private final List<Feed<?>> feeds =
      List.of(
          new Feed<>(new CameraEventDecoder(true)),
          new Feed<>(new SensorReadingDecoder(true)),
          new Feed<>(new DeviceDecoder()),
          new Feed<>(new PlaceDecoder()));

  @Test
  void randomBytesAreRejected() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < RANDOM_RECORDS; i++) {
      byte[] bytes = new byte[random.nextInt(120)];
      random.nextBytes(bytes);
      pass(bytes);
    }
    for (Feed<?> feed : feeds) {
      assertThat(feed.taken).isZero();
      assertThat(feed.rejected).isEqualTo(RANDOM_RECORDS);
    }
  }

  @Test
  void randomBodiesBehindGoodFingerprintsAreTakenOrRejected() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < RANDOM_RECORDS; i++) {
      byte[] good = GOOD_RECORDS.get(i % 4);
      byte[] bytes = Arrays.copyOf(good, 10 + random.nextInt(150));
      byte[] body = new byte[bytes.length - 10];
      random.nextBytes(body);
      System.arraycopy(body, 0, bytes, 10, body.length);
      pass(bytes);
    }
    assertThatCountsAddUpTo(RANDOM_RECORDS);
  }

  @Test
  void beginningsOfGoodRecordsAreRejected() throws Exception {
    int passed = 0;
    for (byte[] good : GOOD_RECORDS) {
      for (int length = 0; length < good.length; length++, passed++) {
        pass(Arrays.copyOf(good, length));
      }
    }
    for (Feed<?> feed : feeds) {
      assertThat(feed.taken).isZero();
      assertThat(feed.rejected).isEqualTo(passed);
    }
  }

  @Test
  void goodRecordsWithMoreBehindThemAreRejected() throws Exception {
    for (byte[] good : GOOD_RECORDS) {
      pass(Arrays.copyOf(good, good.length + 1));
    }
    for (Feed<?> feed : feeds) {
      assertThat(feed.taken).isZero();
    }
  }

  @Test
  void recordsWithTurnedBitsAreTakenOrRejected() throws Exception {
    int passed = 0;
    for (byte[] good : GOOD_RECORDS) {
      for (int first = 0; first < good.length * 8; first++) {
        for (int second = first; second < good.length * 8; second += 97) {
          byte[] flipped = good.clone();
          flipped[first / 8] ^= (byte) (1 << (first % 8));
          if (second > first) {
            flipped[second / 8] ^= (byte) (1 << (second % 8));
          }
          pass(flipped);
          passed++;
        }
      }
    }
    assertThatCountsAddUpTo(passed);
  }

  @Test
  void extremeTimesAndValuesAreTakenOrRejected() throws Exception {
    List<byte[]> records =
        Stream.of(
                EXTREME_TIMES.stream().flatMap(PoisonTest::recordsAt),
                IntStream.of(Integer.MIN_VALUE, -1, Integer.MAX_VALUE)
                    .mapToObj(count -> TestingCameraEvent.from(Town.CAMERA).crowd(count).bytes()),
                Stream.of(
                        Double.NaN,
                        Double.MAX_VALUE,
                        -Double.MAX_VALUE,
                        Double.MIN_VALUE,
                        -0.0,
                        Double.NEGATIVE_INFINITY)
                    .map(value -> TestingSensorReading.from(Town.SENSOR).value(value).bytes()))
            .flatMap(each -> each)
            .toList();
    for (byte[] record : records) {
      pass(record);
    }
    assertThatCountsAddUpTo(records.size());
  }

  @Test
  void endlessTextsAreTakenOrRejected() throws Exception {
    String text = "长".repeat(70_000);
    List<byte[]> records =
        List.of(
            TestingCameraEvent.from(text).bytes(),
            TestingSensorReading.from(text).bytes(),
            TestingDevice.camera(text).bytes(),
            TestingDevice.camera(Town.CAMERA).in(text).bytes(),
            TestingDevice.camera(Town.CAMERA).segment(text).bytes(),
            TestingPlace.grid(text).bytes(),
            TestingPlace.of(text, PlaceLevel.ZONE).bytes());
    for (byte[] record : records) {
      pass(record);
    }
    for (Feed<?> feed : feeds) {
      feed.pass(text, null);
      assertThat(feed.taken).isZero();
      assertThat(feed.rejected).isEqualTo(records.size() + 1);
    }
  }

  @Test
  void recordsWithoutAValueAndWithoutAKeyAreRejected() throws Exception {
    for (Feed<?> feed : feeds) {
      feed.pass(null, null);
      feed.pass("", null);
      feed.pass(null, new byte[0]);
      assertThat(feed.taken).isZero();
      assertThat(feed.rejected).isEqualTo(3);
    }
  }

  private void pass(byte[] bytes) throws IOException {
    for (Feed<?> feed : feeds) {
      feed.pass(Town.CAMERA, bytes);
    }
  }

  private void assertThatCountsAddUpTo(int passed) {
    for (Feed<?> feed : feeds) {
      assertThat(feed.taken + feed.rejected).isEqualTo(passed);
      assertThat(feed.rejected).isPositive();
    }
  }

  private static Stream<byte[]> recordsAt(long millis) {
    Instant time = Instant.ofEpochMilli(millis);
    return Stream.of(
        TestingCameraEvent.from(Town.CAMERA)
            .kind(CameraKind.FLAME)
            .at(time)
            .receivedAt(NOON)
            .bytes(),
        TestingCameraEvent.from(Town.CAMERA).kind(CameraKind.FLAME).receivedAt(time).bytes(),
        TestingSensorReading.from(Town.SENSOR).at(time).receivedAt(time).bytes(),
        TestingDevice.camera(Town.CAMERA).retiredAt(time).bytes(),
        TestingPlace.grid(Town.GRID).validFrom(time).validTo(time).bytes());
  }

  /** A decoder, and what becomes of the records put through it. */
  private static final class Feed<T> {
    private final RecordDecoder<?, T> decoder;
    private final TypeSerializer<Decoded<T>> serializer;
    private final DataOutputSerializer sent = new DataOutputSerializer(256);
    private final RecordBytes<Rejection> published = RejectionRecords.bytes();
    private int taken;
    private int rejected;

    Feed(RecordDecoder<?, T> decoder) {
      this.decoder = decoder;
      this.serializer = decoder.getProducedType().createSerializer(new SerializerConfigImpl());
      decoder.open(null);
      published.open();
    }

    void pass(String key, byte[] bytes) throws IOException {
      Decoded<T> decoded = sentOn(decoder.decode(Decoding.record(key, bytes, NOON.toEpochMilli())));
      if (decoded.rejection() == null) {
        assertThat(decoded.value()).isNotNull();
        taken++;
      } else {
        assertThat(decoded.value()).isNull();
        assertThat(decoded.rejection().source().bytes())
            .isEqualTo(bytes == null ? new byte[0] : bytes);
        assertThat(published.value(decoded.rejection())).isNotEmpty();
        rejected++;
      }
    }

    private Decoded<T> sentOn(Decoded<T> decoded) throws IOException {
      sent.clear();
      serializer.serialize(decoded, sent);
      return serializer.deserialize(
          new DataInputDeserializer(sent.getSharedBuffer(), 0, sent.length()));
    }
  }
}

package city.xueliang.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class SingleObjectCodecTest {
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
  private final SingleObjectCodec<CameraEvent> events = SingleObjectCodec.of(CameraEvent.class);
  private final SingleObjectCodec<SensorReading> readings =
      SingleObjectCodec.of(SensorReading.class);

  @Test
  void readsWhatItWrote() throws UndecodableException {
    assertThat(events.decode(events.encode(flame()), null)).isEqualTo(flame());
  }

  @Test
  void readsAndWritesWhatAvroItselfDoes() throws Exception {
    SpecificData data = SpecificData.getForClass(CameraEvent.class);
    var avroEncoder = new BinaryMessageEncoder<CameraEvent>(data, CameraEvent.getClassSchema());
    var avroDecoder = new BinaryMessageDecoder<CameraEvent>(data, CameraEvent.getClassSchema());
    byte[] byAvro = new byte[avroEncoder.encode(flame()).remaining()];
    avroEncoder.encode(flame()).get(byAvro);

    assertThat(events.encode(flame())).isEqualTo(byAvro);
    assertThat(events.decode(byAvro, null)).isEqualTo(flame());
    assertThat(avroDecoder.decode(events.encode(flame()))).isEqualTo(flame());
  }

  @Test
  void readsNestedArrays() throws UndecodableException {
    SingleObjectCodec<Place> places = SingleObjectCodec.of(Place.class);
    Place zone =
        Place.newBuilder()
            .setCode("zone-1")
            .setLevel(PlaceLevel.ZONE)
            .setNameZh("小桥片区")
            .setGrids(java.util.List.of("630105002001001", "630105002001002"))
            .setOutline(
                java.util.List.of(
                    new Ring(java.util.List.of(101.7, 36.6, 101.8, 36.6, 101.7, 36.6))))
            .build();
    assertThat(places.decode(places.encode(zone), null)).isEqualTo(zone);
  }

  @Test
  void everyTruncationIsUnreadable() {
    byte[] whole = events.encode(flame());
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(reasonFor(cut)).as("first %d bytes", length).isEqualTo(RejectReason.UNREADABLE);
    }
  }

  @Test
  void trailingBytesAreUnreadable() {
    byte[] whole = events.encode(flame());
    assertThat(reasonFor(Arrays.copyOf(whole, whole.length + 1)))
        .isEqualTo(RejectReason.UNREADABLE);
  }

  @Test
  void noValueIsUnreadable() {
    assertThat(reasonFor(null)).isEqualTo(RejectReason.UNREADABLE);
  }

  @Test
  void aForeignFingerprintIsNamed() {
    byte[] foreign = events.encode(flame());
    Arrays.fill(foreign, 2, 10, (byte) 0x5A);
    assertThatThrownBy(() -> events.decode(foreign, null))
        .hasMessage("fingerprint 5a5a5a5a5a5a5a5a is of no released schema");
    assertThat(reasonFor(foreign)).isEqualTo(RejectReason.UNKNOWN_SCHEMA);
  }

  @Test
  void anotherContractIsTheWrongType() {
    SensorReading reading =
        new SensorReading(
            "63010500001340000001", Quantity.NOISE_DBA, 60.0, NOON, NOON, Quality.GOOD);
    assertThat(reasonFor(readings.encode(reading))).isEqualTo(RejectReason.WRONG_TYPE);
  }

  @Test
  void flippedBytesNeverFailInAnotherWay() {
    Random random = new Random(20261121);
    byte[] whole = events.encode(flame());
    int refused = 0;
    for (int trial = 0; trial < 100_000; trial++) {
      byte[] garbled = whole.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        garbled[10 + random.nextInt(whole.length - 10)] = (byte) random.nextInt(256);
      }
      try {
        events.decode(garbled, null);
      } catch (UndecodableException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1_000);
  }

  @Test
  void aLengthBeyondTheMessageAllocatesNothing() {
    byte[] whole = events.encode(flame());
    // The device id's length follows the 16 bytes of the event id.
    byte[] hugeLength = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
    System.arraycopy(hugeLength, 0, whole, 10 + 16, hugeLength.length);
    assertThatThrownBy(() -> events.decode(whole, null)).hasMessageContaining("beyond the end");
  }

  private RejectReason reasonFor(byte[] bytes) {
    UndecodableException thrown =
        catchThrowableOfType(UndecodableException.class, () -> events.decode(bytes, null));
    assertThat(thrown).isNotNull();
    return thrown.reason();
  }

  private static CameraEvent flame() {
    return CameraEvent.newBuilder()
        .setEventId(new EventId(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}))
        .setDeviceId("63010500001320000001")
        .setKind(CameraKind.FLAME)
        .setOccurredAt(NOON)
        .setReceivedAt(NOON.plusMillis(120))
        .setConfidence(0.93f)
        .setRegion(new Region(0.1f, 0.2f, 0.3f, 0.4f))
        .build();
  }
}

package city.xueliang.domain.observation;

import static city.xueliang.domain.observation.TestingObservation.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.state.BinaryForms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeenRecordsTest {
  private static final SeenRecords.Form FORM = new SeenRecords.Form();
  private static final RecordId ZERO = RecordId.ofEvent(0, 0);
  private static final RecordId FIRST = RecordId.ofEvent(7, 1);
  private static final RecordId SECOND = RecordId.ofEvent(7, 2);
  private static final long MINUTE = NOON.toEpochMilli();

  /** What the table multiplies the high half by: identities along it fall into one slot. */
  private static final long HASH_OF_HIGH = 0x9E3779B97F4A7C15L;

  @Property
  void knowsWhatASetWouldKnow(@ForAll @Size(max = 300) List<@From("ids") RecordId> ids) {
    Set<RecordId> model = new HashSet<>();
    SeenRecords seen = new SeenRecords();

    for (RecordId id : ids) {
      assertThat(seen.add(id)).isEqualTo(model.add(id));
    }
  }

  @Property
  void knowsTheSameAfterItWasWrittenAndReadAtAnyMoment(
      @ForAll @Size(max = 40) List<@From("ids") RecordId> before,
      @ForAll @Size(max = 40) List<@From("ids") RecordId> after)
      throws Exception {
    Set<RecordId> model = new HashSet<>(before);
    SeenRecords seen = new SeenRecords();
    before.forEach(seen::add);

    SeenRecords restored = BinaryForms.roundTrip(FORM, seen);

    for (RecordId id : after) {
      assertThat(restored.add(id)).isEqualTo(model.add(id));
    }
  }

  @Test
  void theIdentityOfZeroBitsIsOneLikeAnyOther() {
    SeenRecords seen = new SeenRecords();

    assertThat(seen.add(ZERO)).isTrue();
    assertThat(seen.add(ZERO)).isFalse();
  }

  @Test
  void identitiesThatFallIntoOneSlotAreToldApart() {
    List<RecordId> colliding =
        LongStream.range(0, 1_000)
            .mapToObj(high -> RecordId.ofEvent(high, -high * HASH_OF_HIGH))
            .toList();
    SeenRecords seen = new SeenRecords();

    assertThat(colliding).allMatch(seen::add);
    assertThat(colliding).noneMatch(seen::add);
  }

  @Test
  void anotherTimeOrQuantityIsAnotherReading() {
    SeenRecords seen = new SeenRecords();

    assertThat(seen.add(RecordId.ofReading(Measure.NOISE_DBA, MINUTE))).isTrue();
    assertThat(seen.add(RecordId.ofReading(Measure.NOISE_DBA, MINUTE + 1))).isTrue();
    assertThat(seen.add(RecordId.ofReading(Measure.TILT_DEGREE, MINUTE))).isTrue();
    assertThat(seen.add(RecordId.ofReading(Measure.NOISE_DBA, MINUTE))).isFalse();
  }

  @Test
  void theMarksOfTheFirstVersionArePassedOver() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(8);
    out.writeInt(1);
    out.writeBoolean(false);
    out.writeByte(2);
    out.writeInt(3);
    out.writeInt(4);
    out.writeLong(FIRST.high());
    out.writeLong(FIRST.low());

    ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
    SeenRecords seen = FORM.read(new DataInputStream(in), 1);

    assertThat(in.available()).isZero();
    assertThat(seen.add(FIRST)).isFalse();
    assertThat(seen.add(SECOND)).isTrue();
  }

  @Test
  void aCopyAndItsOriginalForgetNothingAndLearnNothingOfEachOther() {
    SeenRecords original = new SeenRecords();
    original.add(ZERO);
    original.add(FIRST);

    SeenRecords copy = FORM.copy(original);
    original.add(SECOND);

    assertThat(copy.add(ZERO)).isFalse();
    assertThat(copy.add(FIRST)).isFalse();
    assertThat(copy.add(SECOND)).isTrue();
  }

  @Test
  void takesSixteenBytesForEachIdentity() throws Exception {
    SeenRecords seen = new SeenRecords();
    LongStream.rangeClosed(1, 100).forEach(low -> seen.add(RecordId.ofEvent(0, low)));

    assertThat(BinaryForms.write(FORM, seen)).hasSize(9 + 100 * 16);
  }

  @Test
  void spansOfTenMinutesAreRememberedTogether() {
    assertThat(SeenRecords.spanOf(MINUTE)).isEqualTo(MINUTE);
    assertThat(SeenRecords.spanOf(MINUTE + 599_999)).isEqualTo(MINUTE);
    assertThat(SeenRecords.spanOf(MINUTE + 600_000)).isEqualTo(MINUTE + 600_000);
    assertThat(SeenRecords.spanOf(-1)).isEqualTo(-600_000);
  }

  /** Few enough that many come twice, and with all the bits that there are. */
  @Provide
  Arbitrary<RecordId> ids() {
    Arbitrary<Long> few = Arbitraries.longs().between(-3, 3);
    return Arbitraries.frequencyOf(
        Tuple.of(2, Combinators.combine(few, few).as(RecordId::new)),
        Tuple.of(
            1, Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(RecordId::new)));
  }
}

package city.xueliang.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.state.BinaryForms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Coverage is a commutative group: differences give the same total in any order. */
class CoverageTest {
  private static final Coverage.Form FORM = new Coverage.Form();

  @Property
  void differencesInAnyOrderGiveTheSameTotal(
      @ForAll("changes") List<DeviceStatusChange> changes, @ForAll long seed) throws Exception {
    List<DeviceStatusChange> shuffled = new ArrayList<>(changes);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(BinaryForms.write(FORM, sum(shuffled)))
        .isEqualTo(BinaryForms.write(FORM, sum(changes)));
  }

  @Property
  void differencesInAnyGroupingGiveTheSameTotal(
      @ForAll("changes") List<DeviceStatusChange> some,
      @ForAll("changes") List<DeviceStatusChange> others) {
    Coverage grouped = sum(some);
    grouped.add(sum(others));
    List<DeviceStatusChange> all = new ArrayList<>(some);
    all.addAll(others);

    assertThat(grouped).isEqualTo(sum(all)).hasSameHashCodeAs(sum(all));
  }

  @Property
  void whatIsTakenAwayAgainLeavesNothing(@ForAll("changes") List<DeviceStatusChange> changes) {
    Coverage total = sum(changes);
    total.add(sum(changes).negated());

    assertThat(total.isZero()).isTrue();
  }

  @Property
  void whatWasWrittenComesBack(@ForAll("changes") List<DeviceStatusChange> changes)
      throws Exception {
    assertThat(BinaryForms.roundTrip(FORM, sum(changes))).isEqualTo(sum(changes));
  }

  @Property
  void aCopyDoesNotChangeWithTheOriginal(@ForAll("changes") List<DeviceStatusChange> changes) {
    Coverage original = sum(changes);
    Coverage copy = FORM.copy(original);

    original.add(Coverage.of(DeviceStatus.HEARD, 0));

    assertThat(copy).isEqualTo(sum(changes)).isNotEqualTo(original);
  }

  @Test
  void theLongestSilenceGoesDownWhenItsDeviceIsHeardAgain() {
    Coverage coverage = Coverage.of(DeviceStatus.SILENT, 10_400);
    coverage.add(Coverage.of(DeviceStatus.SILENT, 60_000));
    assertThat(coverage.at(100_000).longestSilenceSeconds()).isEqualTo(90);

    coverage.add(
        new DeviceStatusChange("", DeviceStatus.SILENT, DeviceStatus.HEARD, 10_400, 0)
            .difference());

    assertThat(coverage.at(100_000).longestSilenceSeconds()).isEqualTo(40);
  }

  @Test
  void twoSilentSinceTheSameSecondAreTwo() {
    Coverage coverage = Coverage.of(DeviceStatus.SILENT, 10_400);
    coverage.add(Coverage.of(DeviceStatus.SILENT, 10_600));
    coverage.subtract(Coverage.of(DeviceStatus.SILENT, 10_400));

    assertThat(coverage.at(20_000).longestSilenceSeconds()).isEqualTo(10);
  }

  @Test
  void whatIsNotExpectedCountsNowhere() {
    assertThat(Coverage.of(DeviceStatus.NOT_EXPECTED, 7).isZero()).isTrue();
  }

  private static Coverage sum(List<DeviceStatusChange> changes) {
    Coverage sum = new Coverage();
    changes.forEach(change -> sum.add(change.difference()));
    return sum;
  }

  @Provide
  Arbitrary<List<DeviceStatusChange>> changes() {
    return Combinators.combine(
            Arbitraries.of(DeviceStatus.class),
            Arbitraries.of(DeviceStatus.class),
            Arbitraries.longs().between(-5_000, 20_000))
        .as((from, to, since) -> new DeviceStatusChange("", from, to, since, 0))
        .list()
        .ofMaxSize(30);
  }
}

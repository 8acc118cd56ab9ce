package city.xueliang.domain.detector.unusual;

import static city.xueliang.domain.detector.unusual.TestingSeries.MONDAY;
import static city.xueliang.domain.detector.unusual.TestingSeries.XINING;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.state.BinaryForms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class UnusualStateTest {
  private static final int MOST_BYTES = 4_096;
  private static final int POINTS = 600;
  private static final UnusualState.Form FORM = new UnusualState.Form();

  private final UnusualDetector detector = new UnusualDetector(UnusualSettings.READINGS, XINING);

  @Property(tries = 50)
  void itIsBelow4KilobytesWhateverWasSeen(
      @ForAll @Size(max = 300) List<@DoubleRange(min = -1e300, max = 1e300) Double> values,
      @ForAll @LongRange(min = 1_000, max = 100_000_000) long interval)
      throws IOException {
    UnusualState state = new UnusualState();
    for (int i = 0; i < values.size(); i++) {
      detector.judge(state, MONDAY.toEpochMilli() + i * interval, values.get(i));
    }

    assertThat(BinaryForms.write(FORM, state)).hasSizeLessThan(MOST_BYTES);
  }

  @Property(tries = 50)
  void aScoreIsBetween0And1AndTheExpectedRangeIsInOrder(
      @ForAll @Size(max = 300) List<@DoubleRange(min = -1e9, max = 1e9) Double> values,
      @ForAll @LongRange(min = 1_000, max = 100_000_000) long interval) {
    UnusualState state = new UnusualState();
    for (int i = 0; i < values.size(); i++) {
      Judgement judgement =
          detector.judge(state, MONDAY.toEpochMilli() + i * interval, values.get(i));

      assertThat(judgement.score()).isBetween(0.0, 1.0);
      assertThat(judgement.expected()).isBetween(judgement.expectedLow(), judgement.expectedHigh());
    }
  }

  @Property(tries = 20)
  void aRunThatIsRestoredInTheMiddleIsEqualToAnUndisturbedOne(
      @ForAll @IntRange(max = POINTS) int restoredAt, @ForAll long seed) throws IOException {
    assertThat(run(seed, restoredAt)).isEqualTo(run(seed, Integer.MAX_VALUE));
  }

  @Property(tries = 20)
  void aCopyIsNotChangedWithItsOriginal(
      @ForAll @DoubleRange(min = 0, max = 9) double first,
      @ForAll @DoubleRange(min = 10, max = 19) double second)
      throws IOException {
    UnusualState state = new UnusualState();
    detector.judge(state, MONDAY.toEpochMilli(), first);
    UnusualState copy = FORM.copy(state);
    byte[] before = BinaryForms.write(FORM, copy);

    detector.judge(state, MONDAY.toEpochMilli() + 60_000, second);

    assertThat(BinaryForms.write(FORM, copy)).isEqualTo(before);
  }

  private List<Judgement> run(long seed, int restoredAt) throws IOException {
    Random random = new Random(seed);
    List<Judgement> judgements = new ArrayList<>();
    UnusualState state = new UnusualState();
    long at = MONDAY.toEpochMilli();
    for (int i = 0; i < POINTS; i++) {
      if (i == restoredAt) {
        state = BinaryForms.roundTrip(FORM, state);
      }
      at += random.nextInt(1_200_000);
      judgements.add(detector.judge(state, at, 10 * random.nextGaussian()));
    }
    return judgements;
  }
}

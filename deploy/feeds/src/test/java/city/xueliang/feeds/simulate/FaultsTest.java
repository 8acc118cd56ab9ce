package city.xueliang.feeds.simulate;

import static city.xueliang.feeds.simulate.TestingCities.during;
import static city.xueliang.feeds.simulate.TestingCities.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.simulate.fault.FaultOptions;
import city.xueliang.feeds.simulate.fault.Flaw;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
  private static final FaultOptions MANY =
      new FaultOptions(0.02, 0.05, 0.02, 0.02, 0.06, 0.02, 0.001);

  private static final SentTally TALLY = new SentTally();
  private static final Map<String, Long> EXPECTED = new HashMap<>();
  private static final List<String> WRONGLY_JUDGED = new ArrayList<>();
  private static Map<String, Long> judged;
  private static long withoutFaults;

  @BeforeAll
  static void simulateTwoHours() {
    Registry city = small();
    TestingIntake intake = new TestingIntake(city);
    SimulationOptions options = during(Duration.ofHours(2)).withFaults(MANY);
    TestingCities.each(
        city,
        options,
        record -> {
          TALLY.add(record);
          String expected = verdict(record.flaw());
          EXPECTED.merge(expected, 1L, Long::sum);
          String verdict = intake.judge(record.topic(), record.value());
          if (!verdict.equals(expected)) {
            WRONGLY_JUDGED.add(record.flaw() + " was judged " + verdict);
          }
        });
    judged = intake.verdicts();
    TestingCities.each(city, options.withFaults(FaultOptions.NONE), record -> withoutFaults++);
  }

  @Test
  void everyRecordIsWhatTheTruthSaysOfIt() {
    assertThat(WRONGLY_JUDGED).isEmpty();
  }

  @Test
  void whatIsFoundInTheBytesIsWhatWasCounted() {
    assertThat(judged).isEqualTo(EXPECTED);
  }

  @Test
  void everyFlawHappens() {
    assertThat(Flaw.values()).allSatisfy(flaw -> assertThat(TALLY.sent(flaw)).isPositive());
  }

  @ParameterizedTest
  @CsvSource({
    "DUPLICATE, 0.02",
    "DISORDERED, 0.05",
    "LATE, 0.02",
    "CLOCK_AHEAD, 0.02",
    "UNKNOWN_DEVICE, 0.02"
  })
  void eachFaultHasItsShare(Flaw flaw, double share) {
    assertThat((double) TALLY.sent(flaw) / good()).isCloseTo(share, withinPercentage(8));
  }

  @Test
  void allSortsOfMalformedRecordsTogetherHaveTheirShare() {
    long malformed = GroundTruth.MALFORMED.stream().mapToLong(TALLY::sent).sum();
    assertThat((double) malformed / good()).isCloseTo(0.06, withinPercentage(5));
  }

  @Test
  void outagesTakeGoodRecordsAway() {
    assertThat(good()).isBetween((long) (0.8 * withoutFaults), withoutFaults - 1_000);
  }

  private static long good() {
    return TALLY.sent(Flaw.NONE) + TALLY.sent(Flaw.DISORDERED);
  }

  private static String verdict(Flaw flaw) {
    if (flaw.reason() != null) {
      return flaw.reason().name();
    }
    return switch (flaw) {
      case DUPLICATE -> TestingIntake.DUPLICATE;
      case LATE -> TestingIntake.LATE;
      default -> TestingIntake.GOOD;
    };
  }
}

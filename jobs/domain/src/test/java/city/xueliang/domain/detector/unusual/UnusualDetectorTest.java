package city.xueliang.domain.detector.unusual;

import static city.xueliang.domain.detector.unusual.TestingSeries.MONDAY;
import static city.xueliang.domain.detector.unusual.TestingSeries.XINING;
import static city.xueliang.domain.detector.unusual.TestingSeries.episodes;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.detector.unusual.Judgement.Episode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnusualDetectorTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration TWO_WEEKS = Duration.ofDays(14);
  private static final Duration THREE_WEEKS = Duration.ofDays(21);

  private final TestingSeries series = TestingSeries.every(TEN_MINUTES);

  @Test
  void aSpikeBeginsAnEpisode() {
    series.feed(TWO_WEEKS, time -> 50 + series.noise(2));

    assertThat(series.feed(80).episode()).isEqualTo(Episode.BEGINS);
  }

  @Test
  void anOrdinaryValueIsExpectedAndScoresLow() {
    series.feed(TWO_WEEKS, time -> 50 + series.noise(2));

    Judgement judgement = series.feed(50.5);

    assertThat(judgement.expectedLow()).isBetween(40.0, 48.0);
    assertThat(judgement.expected()).isBetween(48.0, 52.0);
    assertThat(judgement.expectedHigh()).isBetween(52.0, 60.0);
    assertThat(judgement.score()).isLessThan(0.3);
  }

  @Test
  void aValueOfNoonIsUnusualAtThreeInTheMorning() {
    series.feed(THREE_WEEKS, this::warmAtNoon);
    List<Judgement> untilNoon = series.feed(Duration.ofHours(12), this::warmAtNoon);
    Judgement atNoon = series.feed(30);
    List<Judgement> untilThree = series.feed(Duration.ofHours(15), this::warmAtNoon);

    Judgement atThree = series.feed(30);

    assertThat(episodes(untilNoon) + episodes(untilThree)).isZero();
    assertThat(atNoon.episode()).isEqualTo(Episode.NONE);
    assertThat(atThree.episode()).isEqualTo(Episode.BEGINS);
    assertThat(atThree.expectedHigh()).isLessThan(20);
  }

  @Test
  void aWorkdayOnASundayIsUnusual() {
    series.feed(Duration.ofDays(5 * 7 + 4), this::busyOnWorkdays);
    List<Judgement> friday = series.feed(DAY, this::busyOnWorkdays);
    series.feed(DAY, this::busyOnWorkdays);

    List<Judgement> sunday = series.feed(DAY, time -> busyOnWorkdays(time.plusDays(1)));

    assertThat(episodes(friday)).isZero();
    assertThat(episodes(sunday)).isPositive();
  }

  @Test
  void daysAreThoseOfTheCity() {
    series.feed(THREE_WEEKS, this::warmAtNoon);

    Judgement atMidnightOfXining = series.feed(10);

    assertThat(series.local().getHour()).isZero();
    assertThat(atMidnightOfXining.expected()).isBetween(7.0, 13.0);
  }

  @Test
  void aGapIsNotUnusualNorIsWhatComesAfterIt() {
    series.feed(THREE_WEEKS, this::warmAtNoon);
    series.wait(Duration.ofHours(35));

    assertThat(episodes(series.feed(DAY, this::warmAtNoon))).isZero();
  }

  @Test
  void aNewLevelIsToldAndThenLearnt() {
    series.feed(TWO_WEEKS, time -> 50 + series.noise(2));

    List<Judgement> shift = series.feed(DAY, time -> 90 + series.noise(2));
    series.feed(Duration.ofDays(6), time -> 90 + series.noise(2));
    List<Judgement> aWeekLater = series.feed(DAY, time -> 90 + series.noise(2));

    assertThat(shift.get(0).episode()).isEqualTo(Episode.BEGINS);
    assertThat(episodes(aWeekLater)).isZero();
    assertThat(aWeekLater).allMatch(one -> one.expectedLow() < 90 && one.expectedHigh() > 90);
  }

  @Test
  void anAnomalyIsNotLearntAtOnce() {
    series.feed(TWO_WEEKS, time -> 50 + series.noise(2));

    List<Judgement> hours = series.feed(Duration.ofHours(3), time -> 90 + series.noise(2));

    assertThat(hours).allMatch(one -> one.expectedHigh() < 80);
    assertThat(series.feed(50).expected()).isBetween(48.0, 54.0);
  }

  @Test
  void aLongDeviationIsOneEpisode() {
    series.feed(TWO_WEEKS, time -> 50 + series.noise(2));

    List<Judgement> hours = series.feed(Duration.ofHours(10), time -> 90 + series.noise(2));

    assertThat(episodes(hours)).isOne();
    assertThat(hours.get(1).episode()).isEqualTo(Episode.GOES_ON);
  }

  @Test
  void anEpisodeIsCalmOnceNothingIsUnusual() {
    series.feed(TWO_WEEKS, time -> 50 + series.noise(2));
    series.feed(80);

    List<Judgement> after = series.feed(Duration.ofHours(10), time -> 50 + series.noise(2));

    assertThat(after.get(after.size() - 1).episode()).isEqualTo(Episode.CALM);
  }

  @Test
  void aConstantSeriesIsNeverUnusual() {
    List<Judgement> judgements = series.feed(THREE_WEEKS, time -> 21.5);

    assertThat(judgements).allMatch(one -> one.episode() == Episode.NONE);
    assertThat(judgements).extracting(Judgement::expected).containsOnly(21.5);
  }

  @Test
  void aChangeBelowTheLeastOneIsNotUnusual() {
    UnusualDetector detector =
        new UnusualDetector(new UnusualSettings(UnusualSettings.Kind.READING, 0.5, 0.5), XINING);
    UnusualState state = new UnusualState();
    long at = MONDAY.toEpochMilli();
    for (int minute = 0; minute < 5_000; minute++) {
      detector.judge(state, at + minute * 60_000L, 21.5);
    }

    assertThat(detector.judge(state, at + 5_000 * 60_000L, 21.6).score()).isLessThan(0.2);
  }

  @Test
  void nothingIsToldWhileItLearns() {
    List<Judgement> firstDay =
        series.feed(DAY, time -> time.getHour() == 20 ? 1_000 : 50 + series.noise(2));

    assertThat(firstDay).allMatch(one -> one.learning() && one.episode() == Episode.NONE);
    assertThat(series.feed(DAY, time -> 50)).extracting(Judgement::learning).contains(false);
  }

  @Test
  void oneEventWhereThereNeverWasOneIsNotUnusualButManyAre() {
    TestingSeries counts = TestingSeries.countsEvery(Duration.ofMinutes(1));
    List<Judgement> quiet = counts.feed(Duration.ofDays(5), time -> 0);

    assertThat(quiet).allMatch(one -> one.score() < 0.5 && one.expectedLow() == 0);
    assertThat(counts.feed(1).score()).isLessThan(0.5);
    assertThat(counts.feed(30).episode()).isEqualTo(Episode.BEGINS);
  }

  @Test
  void aValueThatIsNotNewerIsJudgedToo() {
    series.feed(TWO_WEEKS, time -> 50 + series.noise(2));
    series.wait(TEN_MINUTES.multipliedBy(-2));

    assertThat(series.feed(80).episode()).isEqualTo(Episode.BEGINS);
  }

  private double warmAtNoon(LocalDateTime time) {
    double hours = time.getHour() + time.getMinute() / 60.0;
    return 20 - 10 * Math.cos(2 * Math.PI * hours / 24) + series.noise(0.5);
  }

  private double busyOnWorkdays(LocalDateTime time) {
    boolean weekend = time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    boolean byDay = time.getHour() >= 8 && time.getHour() < 18;
    return (byDay && !weekend ? 100 : 20) + series.noise(3);
  }
}

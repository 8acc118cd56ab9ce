package city.xueliang.benchmark.counts;

import city.xueliang.benchmark.counts.SimulatedCounts.Outbreak;
import city.xueliang.domain.detector.unusual.Judgement;
import city.xueliang.domain.detector.unusual.Judgement.Episode;
import city.xueliang.domain.detector.unusual.UnusualDetector;
import city.xueliang.domain.detector.unusual.UnusualSettings;
import city.xueliang.domain.detector.unusual.UnusualState;
import city.xueliang.feeds.simulate.SimulationOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Runs the detector over the series of a scenario and compares with what is known of them. */
final class CountsRun {
  private static final long MONDAY =
      LocalDate.parse("2026-11-02").atStartOfDay(SimulationOptions.ZONE).toInstant().toEpochMilli();
  private static final int LARGE = 7;
  private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

  private final UnusualDetector detector;
  private final double alertAt;
  private final int points;

  /**
   * A run.
   *
   * @param points of each series; the first half is learnt from only
   */
  CountsRun(UnusualSettings settings, int points) {
    this.detector = new UnusualDetector(settings, SimulationOptions.ZONE);
    this.alertAt = settings.alertAt();
    this.points = points;
  }

  CountFigures judge(CountScenario scenario, int series, long seed) {
    CountFigures figures = CountFigures.none(scenario.name());
    for (int i = 0; i < series; i++) {
      CountNoise noise = new CountNoise((seed + i) * SEED_STEP + scenario.name().hashCode());
      figures = figures.plus(judge(scenario, SimulatedCounts.of(scenario, points, noise)));
    }
    return figures;
  }

  private CountFigures judge(CountScenario scenario, SimulatedCounts series) {
    UnusualState state = new UnusualState();
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < series.points(); i++) {
      long at = MONDAY + i * scenario.interval().toMillis();
      judgements.add(detector.judge(state, at, series.count(i)));
    }
    return compare(scenario.name(), series, judgements);
  }

  private CountFigures compare(
      String scenario, SimulatedCounts series, List<Judgement> judgements) {
    int from = series.points() / 2;
    long quiet = 0;
    long alarms = 0;
    long episodes = 0;
    for (int i = from; i < series.points(); i++) {
      if (!series.isOfOutbreak(i)) {
        quiet++;
        alarms += isUnusual(judgements.get(i)) ? 1 : 0;
        episodes += judgements.get(i).episode() == Episode.BEGINS ? 1 : 0;
      }
    }
    List<Outbreak> outbreaks =
        series.outbreaks().stream().filter(outbreak -> outbreak.start() >= from).toList();
    List<Outbreak> detected =
        outbreaks.stream()
            .filter(
                outbreak ->
                    judgements.subList(outbreak.start(), outbreak.end() + 1).stream()
                        .anyMatch(this::isUnusual))
            .toList();
    return new CountFigures(
        scenario,
        quiet,
        alarms,
        episodes,
        outbreaks.size(),
        detected.size(),
        large(outbreaks),
        large(detected));
  }

  private boolean isUnusual(Judgement judgement) {
    return judgement.score() >= alertAt;
  }

  private static long large(List<Outbreak> outbreaks) {
    return outbreaks.stream().filter(outbreak -> outbreak.size() >= LARGE).count();
  }
}

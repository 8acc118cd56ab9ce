package city.xueliang.benchmark.nab;

import city.xueliang.domain.detector.unusual.Judgement;
import city.xueliang.domain.detector.unusual.Judgement.Episode;
import city.xueliang.domain.detector.unusual.UnusualDetector;
import city.xueliang.domain.detector.unusual.UnusualSettings;
import city.xueliang.domain.detector.unusual.UnusualState;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;

/**
 * The detector of the job. Only the first point of an episode keeps its score, as only that one
 * would raise an alert.
 */
final class UnusualSeries implements SeriesDetector {
  private final UnusualState state = new UnusualState();
  private final UnusualDetector detector;
  private final double alertAt;

  UnusualSeries(UnusualSettings settings) {
    this.detector = new UnusualDetector(settings, ZoneOffset.UTC);
    this.alertAt = settings.alertAt();
  }

  @Override
  public double score(long at, double value) {
    Judgement judgement = detector.judge(state, at, value);
    return judgement.episode() == Episode.BEGINS
        ? judgement.score()
        : Math.min(judgement.score(), alertAt) / 2;
  }

  @Override
  public int stateBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new UnusualState.Form().write(state, new DataOutputStream(bytes));
    return bytes.size();
  }
}

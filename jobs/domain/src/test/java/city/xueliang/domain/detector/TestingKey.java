package city.xueliang.domain.detector;

import city.xueliang.domain.alert.Signal.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One key whose state a detector judges, as an operator would. */
public final class TestingKey<S, I> {
  private Detector<S, I> detector;
  private S state;

  public TestingKey(Detector<S, I> detector) {
    this.detector = detector;
    this.state = detector.initial();
  }

  public S state() {
    return state;
  }

  public long due() {
    return detector.due(state);
  }

  public boolean isForgettable() {
    return detector.isForgettable(state);
  }

  public List<Finding> takes(I input) {
    return keep(detector.judge(state, input));
  }

  /** What passing time brings about by now; nothing before it is due. */
  public List<Finding> reaches(long now) {
    return detector.due(state) > now ? List.of() : keep(detector.onTime(state, now));
  }

  /** What passing time brings about by now, until there is no more. */
  public List<Finding> passes(long now) {
    List<Finding> findings = new ArrayList<>();
    while (detector.due(state) <= now) {
      findings.addAll(reaches(now));
    }
    return findings;
  }

  /** What another version of the rule makes of the state. */
  public List<Finding> changesTo(Detector<S, I> other) {
    detector = other;
    return keep(detector.rejudge(state));
  }

  /** Such as {@code RAISED +90 s}: kinds, and times after noon. */
  public static List<String> words(List<Finding> findings) {
    return findings.stream().map(TestingKey::words).toList();
  }

  public static List<Kind> kinds(List<Finding> findings) {
    return findings.stream().map(Finding::kind).toList();
  }

  private static String words(Finding finding) {
    Duration sinceNoon = Duration.ofMillis(finding.occurredAt() - TestingSighting.NOON);
    return finding.kind() + " +" + sinceNoon.toSeconds() + " s";
  }

  private List<Finding> keep(Verdict<S> verdict) {
    state = verdict.state();
    return verdict.findings();
  }
}

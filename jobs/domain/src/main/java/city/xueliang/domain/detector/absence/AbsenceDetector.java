package city.xueliang.domain.detector.absence;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.coverage.DeviceStatus;
import city.xueliang.domain.coverage.DeviceStatusChange;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.Verdict;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition.Absence;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges what became of one device: the condition is raised when it has had the rule's status for
 * the grace, and cleared when it has another. Time is that of the clock by which devices fall
 * silent; the changes of a device come in order, and one whose time is not after the last counts as
 * a millisecond later. The state is kept as long as the device is expected.
 */
public final class AbsenceDetector implements Detector<AbsenceState, DeviceStatusChange> {
  private final Absence condition;
  private final DeviceStatus awaited;
  private final long grace;

  public AbsenceDetector(Absence condition) {
    this.condition = condition;
    this.awaited =
        switch (condition.kind()) {
          case NEVER_REPORTED -> DeviceStatus.NEVER_REPORTED;
          case SILENT -> DeviceStatus.SILENT;
          case FROZEN -> DeviceStatus.FROZEN;
          case CLOCK_WRONG -> DeviceStatus.CLOCK_WRONG;
        };
    this.grace = condition.grace().toMillis();
  }

  /** Whether devices of this class are judged at all. */
  public boolean watches(ModelClass deviceClass) {
    return condition.devices().contains(deviceClass);
  }

  @Override
  public AbsenceState initial() {
    return AbsenceState.INITIAL;
  }

  @Override
  public boolean isForgettable(AbsenceState state) {
    return state.status() == DeviceStatus.NOT_EXPECTED && !state.raised();
  }

  @Override
  public Verdict<AbsenceState> judge(AbsenceState before, DeviceStatusChange change) {
    long at = Math.max(before.since() + 1, change.at());
    if (change.to() == before.status()) {
      return onTime(before, at);
    }
    List<Finding> findings = new ArrayList<>(0);
    // In a replay, time may have leapt past the end of the grace.
    AbsenceState known = raisedBy(at - 1, before, findings);
    if (known.raised()) {
      findings.add(Finding.of(Kind.CLEARED, why(known), at));
    }
    long contact = change.to() == DeviceStatus.SILENT ? change.silentSince() : at;
    AbsenceState changed = new AbsenceState(change.to(), at, contact, false);
    return new Verdict<>(raisedBy(at, changed, findings), findings);
  }

  @Override
  public Verdict<AbsenceState> onTime(AbsenceState before, long now) {
    List<Finding> findings = new ArrayList<>(0);
    return new Verdict<>(raisedBy(now, before, findings), findings);
  }

  @Override
  public long due(AbsenceState state) {
    return isPending(state) ? state.since() + grace : NEVER;
  }

  /** Clears what another kind of absence has raised; a longer grace clears nothing. */
  @Override
  public Verdict<AbsenceState> rejudge(AbsenceState before) {
    if (!before.raised() || before.status() == awaited) {
      return Verdict.nothing(before);
    }
    return Verdict.of(
        new AbsenceState(before.status(), before.since(), before.lastContact(), false),
        Finding.of(Kind.CLEARED, why(before), before.since()));
  }

  private boolean isPending(AbsenceState state) {
    return state.status() == awaited && !state.raised();
  }

  private AbsenceState raisedBy(long now, AbsenceState state, List<Finding> findings) {
    if (!isPending(state) || now < state.since() + grace) {
      return state;
    }
    findings.add(Finding.of(Kind.RAISED, why(state), state.since() + grace));
    return new AbsenceState(state.status(), state.since(), state.lastContact(), true);
  }

  private static Why why(AbsenceState state) {
    return Why.seen(List.of(new Evidence("", null, 0, state.lastContact())));
  }
}

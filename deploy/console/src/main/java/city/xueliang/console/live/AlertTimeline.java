package city.xueliang.console.live;

import city.xueliang.console.live.AlertStep.Kind;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What happened to an alert, as its revisions tell it. Where revisions are missing, what their
 * successor says of them is told as of no revision, and without a seat where another one may have
 * acted since.
 */
final class AlertTimeline {
  private final Alert now;

  /** 0 if other revisions, which are not known, may have told it. */
  private final int revision;

  private final List<AlertStep> steps = new ArrayList<>();

  private AlertTimeline(Alert now, boolean isNext) {
    this.now = now;
    this.revision = isNext ? now.getRevision() : 0;
  }

  /** All that the earliest known revision tells. */
  static List<AlertStep> of(Alert first) {
    AlertTimeline timeline = new AlertTimeline(first, first.getRevision() == 1);
    timeline.begin();
    return List.copyOf(timeline.steps);
  }

  /** What happened between two revisions, with what happened before. */
  static List<AlertStep> after(List<AlertStep> earlier, Alert before, Alert now) {
    AlertTimeline timeline = new AlertTimeline(now, now.getRevision() == before.getRevision() + 1);
    timeline.go(before);
    if (timeline.steps.isEmpty()) {
      return earlier;
    }
    List<AlertStep> all = new ArrayList<>(earlier);
    all.addAll(timeline.steps);
    return List.copyOf(all);
  }

  private void begin() {
    add(Kind.RAISED, now.getFirstOccurredAt(), null, null);
    List<AlertStep> raised = List.copyOf(steps);
    steps.clear();
    if (now.getOpenedAt() != null) {
      add(now.getReopenings() > 0 ? Kind.REOPENED : Kind.OPENED, now.getOpenedAt(), null, null);
    } else if (now.getReopenings() > 0) {
      add(Kind.REOPENED, changed(), null, null);
    }
    if (now.getEscalations() > 0) {
      add(Kind.ESCALATED, changed(), null, now.getCommandLevel().name());
    }
    work(null, null, null);
    hold(null, null, null);
    if (!now.getConditionHolds()) {
      conditionGone();
    }
    steps.sort(Comparator.comparingLong(AlertStep::at));
    steps.addAll(0, raised);
  }

  private void go(Alert before) {
    boolean isReopened = now.getReopenings() > before.getReopenings();
    boolean isTold = now.getOpenedAt() != null && !now.getOpenedAt().equals(before.getOpenedAt());
    if (isReopened) {
      add(Kind.REOPENED, isTold ? now.getOpenedAt() : changed(), null, null);
    }
    if (now.getColour() != before.getColour()) {
      add(Kind.COLOUR_CHANGED, changed(), null, now.getColour().name());
    }
    if (isTold && !isReopened) {
      add(Kind.OPENED, now.getOpenedAt(), null, null);
    }
    escalate(before, isReopened, isTold);
    if (isReopened) {
      work(null, null, null);
    } else {
      work(before.getAcknowledgedAt(), before.getOnSiteAt(), before.getClosedAt());
    }
    hold(before.getShelvedUntil(), before.getInhibitedBy(), before.getSilencedBy());
    if (!now.getConditionHolds() && (before.getConditionHolds() || isReopened)) {
      conditionGone();
    }
  }

  private void escalate(Alert before, boolean isReopened, boolean isTold) {
    int escalationsBefore = isReopened || isTold ? 0 : before.getEscalations();
    boolean isHigher = now.getCommandLevel().compareTo(before.getCommandLevel()) > 0;
    if (now.getEscalations() > escalationsBefore) {
      add(Kind.ESCALATED, changed(), null, now.getCommandLevel().name());
    } else if (isHigher && !isReopened && !isTold) {
      add(Kind.ESCALATED, changed(), actor(), now.getCommandLevel().name());
    }
  }

  private void work(Instant acknowledged, Instant onSite, Instant closed) {
    // Being on site acknowledges it as well, which is no step of its own.
    if (isNew(now.getAcknowledgedAt(), acknowledged)
        && !now.getAcknowledgedAt().equals(now.getOnSiteAt())) {
      add(Kind.ACKNOWLEDGED, now.getAcknowledgedAt(), actor(), null);
    }
    if (isNew(now.getOnSiteAt(), onSite)) {
      add(Kind.ON_SITE, now.getOnSiteAt(), actor(), null);
    }
    if (isNew(now.getClosedAt(), closed)) {
      // Nobody acts on it afterwards.
      String reason = now.getReasonCode() == null ? null : now.getReasonCode().name();
      add(Kind.CLOSED, now.getClosedAt(), now.getSeat(), reason);
    }
  }

  private void hold(Instant shelved, String inhibitedBy, String silencedBy) {
    Instant until = now.getShelvedUntil();
    if (isNew(until, shelved)) {
      add(Kind.SHELVED, changed(), actor(), Long.toString(until.toEpochMilli()));
    } else if (until == null && shelved != null && isOpen()) {
      add(Kind.UNSHELVED, changed(), changed().isBefore(shelved) ? actor() : null, null);
    }
    held(Kind.INHIBITED, inhibitedBy, now.getInhibitedBy());
    held(Kind.SILENCED, silencedBy, now.getSilencedBy());
  }

  private void held(Kind kind, String by, String byNow) {
    if (byNow != null && !byNow.equals(by)) {
      add(kind, changed(), null, byNow);
    } else if (byNow == null && by != null && isOpen()) {
      add(Kind.RELEASED, changed(), null, by);
    }
  }

  private void conditionGone() {
    Instant at = now.getClearedAt() == null ? changed() : now.getClearedAt();
    add(now.getState() == AlertState.CLEARED ? Kind.CLEARED : Kind.CONDITION_GONE, at, null, null);
  }

  private void add(Kind kind, Instant at, String seat, String detail) {
    steps.add(new AlertStep(kind, at.toEpochMilli(), revision, seat, detail));
  }

  /** The seat that acted last, if it is sure that no other one acted in between. */
  private String actor() {
    return revision > 1 ? now.getSeat() : null;
  }

  /** Records of the first release do not say when they were made. */
  private Instant changed() {
    return now.getChangedAt() == null ? now.getLastOccurredAt() : now.getChangedAt();
  }

  private boolean isOpen() {
    return LiveAlert.isOpen(now);
  }

  private static boolean isNew(Instant at, Instant before) {
    return at != null && !Objects.equals(at, before);
  }
}

package city.xueliang.domain.alert;

import city.xueliang.domain.rule.Colour;
import java.util.List;

/** An alert on its way into the next one; what is not set stays as it was. */
public final class AlertDraft {
  private final Alert before;
  private int revision;
  private int ruleVersion;
  private Colour colour;
  private Scope scope;
  private AlertState state;
  private boolean conditionHolds;
  private int occurrences;
  private int reopenings;
  private long lastOccurredAt;
  private long clearedAt;
  private Why why;
  private List<String> devices;
  private Response response;
  private Held held;
  private List<String> inhibits;
  private long changedAt;

  AlertDraft(Alert before) {
    this.before = before;
    revision = before.revision();
    ruleVersion = before.ruleVersion();
    colour = before.colour();
    scope = before.scope();
    state = before.state();
    conditionHolds = before.conditionHolds();
    occurrences = before.occurrences();
    reopenings = before.reopenings();
    lastOccurredAt = before.lastOccurredAt();
    clearedAt = before.clearedAt();
    why = before.why();
    devices = before.devices();
    response = before.response();
    held = before.held();
    inhibits = before.inhibits();
    changedAt = before.changedAt();
  }

  public AlertDraft revision(int next) {
    revision = next;
    return this;
  }

  public AlertDraft ruleVersion(int next) {
    ruleVersion = next;
    return this;
  }

  public AlertDraft colour(Colour next) {
    colour = next;
    return this;
  }

  public AlertDraft scope(Scope next) {
    scope = next;
    return this;
  }

  public AlertDraft state(AlertState next) {
    state = next;
    return this;
  }

  public AlertDraft conditionHolds(boolean next) {
    conditionHolds = next;
    return this;
  }

  public AlertDraft occurrences(int next) {
    occurrences = next;
    return this;
  }

  public AlertDraft reopenings(int next) {
    reopenings = next;
    return this;
  }

  public AlertDraft lastOccurredAt(long next) {
    lastOccurredAt = next;
    return this;
  }

  public AlertDraft clearedAt(long next) {
    clearedAt = next;
    return this;
  }

  public AlertDraft why(Why next) {
    why = next;
    return this;
  }

  public AlertDraft devices(List<String> next) {
    devices = next;
    return this;
  }

  public AlertDraft response(Response next) {
    response = next;
    return this;
  }

  public AlertDraft held(Held next) {
    held = next;
    return this;
  }

  public AlertDraft inhibits(List<String> next) {
    inhibits = next;
    return this;
  }

  public AlertDraft changedAt(long next) {
    changedAt = next;
    return this;
  }

  public Alert build() {
    return new Alert(
        before.id(),
        revision,
        before.ruleId(),
        ruleVersion,
        colour,
        scope,
        state,
        conditionHolds,
        occurrences,
        reopenings,
        before.firstOccurredAt(),
        lastOccurredAt,
        clearedAt,
        why,
        devices,
        response,
        held,
        inhibits,
        changedAt);
  }
}

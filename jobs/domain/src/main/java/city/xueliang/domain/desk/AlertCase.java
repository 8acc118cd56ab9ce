package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.state.Sequences;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * An alert, and what the desk knows of it beside what it tells. The lists of the alert are those
 * that were told last; how they are now is known here. Mutable.
 */
final class AlertCase {
  private static final Alert.Form ALERTS = new Alert.Form();

  private final Holders holders = new Holders();
  private final TreeSet<String> inhibited = new TreeSet<>();
  private final SeenActions actions = new SeenActions();
  private final Effects effects = new Effects();
  private Alert alert;
  private Alert told;

  /** The last revision at which its state, its response or what holds it back changed. */
  private int workedRevision;

  /** Whether there is a newer case of its rule and scope. */
  private boolean isSuperseded;

  /** When what was only counted is told, at the latest; 0 if nothing waits. */
  private long tellAt;

  /** When it is forgotten; 0 if that is not known yet. */
  private long forgetAt;

  AlertCase(Alert alert) {
    this.alert = alert;
  }

  private AlertCase(AlertCase other) {
    this(other.alert);
    told = other.told;
    holders.copyFrom(other.holders);
    inhibited.addAll(other.inhibited);
    actions.copyFrom(other.actions);
    effects.copyFrom(other.effects);
    workedRevision = other.workedRevision;
    isSuperseded = other.isSuperseded;
    tellAt = other.tellAt;
    forgetAt = other.forgetAt;
  }

  Alert alert() {
    return alert;
  }

  /** The alert as it was published last; null before the first time. */
  Alert told() {
    return told;
  }

  String id() {
    return alert.id();
  }

  /** Rule and scope: at most one of its cases is open. */
  String key() {
    return alert.ruleId() + '@' + alert.scope().key();
  }

  void set(Alert next) {
    alert = next;
  }

  /** Notes that the alert is published as it is. */
  void tell(boolean isWorked) {
    told = alert;
    tellAt = 0;
    if (isWorked) {
      workedRevision = alert.revision();
    }
  }

  Holders holders() {
    return holders;
  }

  /** Ids of the alerts that it holds back. */
  Set<String> inhibited() {
    return inhibited;
  }

  int workedRevision() {
    return workedRevision;
  }

  SeenActions actions() {
    return actions;
  }

  Effects effects() {
    return effects;
  }

  boolean isSuperseded() {
    return isSuperseded;
  }

  void supersede() {
    isSuperseded = true;
  }

  long tellAt() {
    return tellAt;
  }

  void tellAt(long at) {
    tellAt = at;
  }

  long forgetAt() {
    return forgetAt;
  }

  void forgetAt(long at) {
    forgetAt = at;
  }

  /** The next time at which something is to be done; {@code Long.MAX_VALUE} for none. */
  long due() {
    long due = earlier(Long.MAX_VALUE, tellAt);
    due = earlier(due, forgetAt);
    if (alert.isOpen()) {
      due = earlier(due, alert.held().shelvedUntil());
      due = earlier(due, alert.response().nextDeadlineAt());
    }
    return due;
  }

  private static long earlier(long due, long at) {
    return at == 0 ? due : Math.min(due, at);
  }

  AlertCase copy() {
    return new AlertCase(this);
  }

  /** Those of one or two alerts, and about 100 bytes. */
  void write(DataOutput out) throws IOException {
    ALERTS.write(alert, out);
    boolean isTold = alert.equals(told);
    out.writeBoolean(isTold);
    if (!isTold) {
      ALERTS.write(told, out);
    }
    holders.write(out);
    Sequences.writeTexts(inhibited, out);
    actions.write(out);
    effects.write(out);
    Varints.write(workedRevision, out);
    out.writeBoolean(isSuperseded);
    Varints.write(tellAt, out);
    Varints.write(forgetAt, out);
  }

  /**
   * What {@link #write} wrote.
   *
   * @param version of {@link Alert.Form}
   */
  static AlertCase read(DataInput in, int version) throws IOException {
    AlertCase read = new AlertCase(ALERTS.read(in, version));
    read.told = in.readBoolean() ? read.alert : ALERTS.read(in, version);
    read.holders.read(in);
    read.inhibited.addAll(Sequences.readTexts(in));
    read.actions.read(in);
    read.effects.read(in);
    read.workedRevision = (int) Varints.read(in);
    read.isSuperseded = in.readBoolean();
    read.tellAt = Varints.read(in);
    read.forgetAt = Varints.read(in);
    return read;
  }
}

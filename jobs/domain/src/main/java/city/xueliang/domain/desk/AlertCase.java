package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.state.Sequences;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * An alert, and what the desk knows of it beside what it tells. The lists of the alert are those
 * that were told last; how they are now is known here. Mutable.
 */
final class AlertCase {
  private static final int REMEMBERED_ACTIONS = 16;

  private static final Alert.Form ALERTS = new Alert.Form();

  /** Before the keys of places, so that they differ from devices' ids. */
  private static final String PLACE = "@";

  private final TreeSet<String> subjects = new TreeSet<>();
  private final TreeSet<String> inhibited = new TreeSet<>();
  private final ArrayDeque<String> actions = new ArrayDeque<>();
  private Alert alert;
  private Alert told;

  /** The last revision at which its state, its response or what holds it back changed. */
  private int workedRevision;

  /** Whether the seats know of it and it wants work. */
  private boolean isSounding;

  /** Whether it holds back others, as far as they were told. */
  private boolean isHoldingBack;

  /** Whether there is a newer case of its rule and scope. */
  private boolean isSuperseded;

  /** The most devices that it had at a time. */
  private int most;

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
    subjects.addAll(other.subjects);
    inhibited.addAll(other.inhibited);
    actions.addAll(other.actions);
    workedRevision = other.workedRevision;
    isSounding = other.isSounding;
    isHoldingBack = other.isHoldingBack;
    isSuperseded = other.isSuperseded;
    most = other.most;
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

  void hold(Subject subject) {
    subjects.add(key(subject));
    most = Math.max(most, subjects.size());
  }

  void release(Subject subject) {
    subjects.remove(key(subject));
  }

  void releaseAll() {
    subjects.clear();
    most = 0;
  }

  boolean isHeldBy(Subject subject) {
    return subjects.contains(key(subject));
  }

  boolean isHeldByDevice(String deviceId) {
    return subjects.contains(deviceId);
  }

  /** Keys of the subjects for which the condition holds; not to be changed. */
  Collection<String> subjects() {
    return subjects;
  }

  /** Ids of devices for which it holds. */
  Collection<String> devices() {
    return subjects.stream().filter(key -> !key.startsWith(PLACE)).toList();
  }

  Set<String> inhibited() {
    return inhibited;
  }

  int most() {
    return most;
  }

  int workedRevision() {
    return workedRevision;
  }

  boolean isSounding() {
    return isSounding;
  }

  void sounding(boolean is) {
    isSounding = is;
  }

  boolean isHoldingBack() {
    return isHoldingBack;
  }

  void holdingBack(boolean is) {
    isHoldingBack = is;
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

  /** Whether the action is new; it is remembered. */
  boolean remember(String actionId) {
    if (actions.contains(actionId)) {
      return false;
    }
    actions.add(actionId);
    if (actions.size() > REMEMBERED_ACTIONS) {
      actions.remove();
    }
    return true;
  }

  boolean knows(String actionId) {
    return actions.contains(actionId);
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

  private static String key(Subject subject) {
    return subject.isDevice() ? subject.deviceId() : PLACE + subject.place();
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
    Sequences.writeTexts(subjects, out);
    Sequences.writeTexts(inhibited, out);
    Sequences.writeTexts(actions, out);
    Varints.write(workedRevision, out);
    out.writeBoolean(isSounding);
    out.writeBoolean(isHoldingBack);
    out.writeBoolean(isSuperseded);
    Varints.write(most, out);
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
    read.subjects.addAll(Sequences.readTexts(in));
    read.inhibited.addAll(Sequences.readTexts(in));
    read.actions.addAll(Sequences.readTexts(in));
    read.workedRevision = (int) Varints.read(in);
    read.isSounding = in.readBoolean();
    read.isHoldingBack = in.readBoolean();
    read.isSuperseded = in.readBoolean();
    read.most = (int) Varints.read(in);
    read.tellAt = Varints.read(in);
    read.forgetAt = Varints.read(in);
    return read;
  }
}

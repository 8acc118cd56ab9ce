package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.Enrolment;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Owns the life of every alert of a district. Mutable.
 *
 * <p>Each call first does what is due by now, then its own part, and then hands on each alert that
 * is another one than was told last, once, with the next revision. Time never goes back: an earlier
 * time counts as the latest that was known. The times of calls are those of the desk's clock, epoch
 * milliseconds: processing time as a rule, event time in a replay.
 */
public final class DistrictDesk {
  private final String district;
  private final Timetable timetable = new Timetable();
  private final Cases cases = new Cases(timetable);
  private final Standings standings = new Standings(timetable);
  private final DarkDevices dark = new DarkDevices(timetable);
  private final EnrolledDevices enrolled = new EnrolledDevices();
  private final ParkedSignals parked = new ParkedSignals();
  private final SignalIntake intake = new SignalIntake(cases, standings, dark, enrolled, parked);
  private final Inhibitions inhibitions = new Inhibitions(cases, dark);
  private final Publishing publishing = new Publishing(cases);
  private final Actions actions = new Actions(cases);
  private long clock = Long.MIN_VALUE;

  /** When the next silence starts or ends, as far as was known at the last call. */
  private long silencesAt = Long.MIN_VALUE;

  /**
   * @param district code of the district, or of the city for what lies in several
   */
  public DistrictDesk(String district) {
    this.district = district;
  }

  /** A detector noticed something. */
  public void take(Signal signal, Surroundings around, long now, Consumer<Alert> out) {
    Turn turn = begin(around, now);
    intake.take(signal, turn);
    finish(turn, out);
  }

  /** A device is waited for, or no more; what was raised for one that is not is over. */
  public void take(Enrolment enrolment, Surroundings around, long now, Consumer<Alert> out) {
    Turn turn = begin(around, now);
    if (enrolment.isExpected()) {
      enrolled.put(enrolment.subject());
    } else {
      enrolled.remove(enrolment.subject().deviceId());
      intake.forget(enrolment.subject(), turn);
    }
    finish(turn, out);
  }

  /** A seat acts; nothing changes by it if it is refused. */
  public Optional<Refused> act(Action action, Surroundings around, long now, Consumer<Alert> out) {
    Turn turn = begin(around, now);
    Optional<Refused> refused = actions.act(action, turn);
    finish(turn, out);
    return refused;
  }

  /** The revision of an alert that was told last; 0 for one that is not known here. */
  public int revisionOf(String alertId) {
    AlertCase known = cases.get(alertId);
    return known == null ? 0 : known.alert().revision();
  }

  /** The rulebook is another one than at the last call. */
  public void rulesChanged(Surroundings around, long now, Consumer<Alert> out) {
    Turn turn = begin(around, now);
    intake.rulesChanged(turn);
    silence(turn);
    cases.all().forEach(turn::touch);
    finish(turn, out);
  }

  /** Does what is due by now. */
  public void onTime(Surroundings around, long now, Consumer<Alert> out) {
    finish(begin(around, now), out);
  }

  /** When {@link #onTime} has something to do next; {@code Long.MAX_VALUE} for never. */
  public long nextTime() {
    return Math.min(silencesAt, Math.min(timetable.next(), parked.next()));
  }

  /** Whether there is nothing that a new desk would not know. */
  public boolean isEmpty() {
    return cases.isEmpty()
        && standings.isEmpty()
        && dark.isEmpty()
        && enrolled.isEmpty()
        && parked.isEmpty();
  }

  public String district() {
    return district;
  }

  private Turn begin(Surroundings around, long now) {
    clock = Math.max(clock, now);
    Turn turn = new Turn(around, clock);
    if (silencesAt <= clock) {
      silence(turn);
    }
    for (Timetable.Due due = timetable.take(clock); due != null; due = timetable.take(clock)) {
      switch (due.kind()) {
        case CASE -> wake(cases.get(due.key()), turn);
        case PATIENCE -> intake.patienceOver(due.key(), turn);
        case TRAIL -> standings.forget(due.key());
      }
    }
    if (parked.next() <= clock) {
      intake.retryParked(turn);
    }
    return turn;
  }

  private void wake(AlertCase woken, Turn turn) {
    cases.unschedule(woken);
    if (woken.forgetAt() != 0 && woken.forgetAt() <= turn.now()) {
      cases.remove(woken);
      return;
    }
    HoldBack.unshelve(woken, turn);
    if (woken.alert().isSounding()) {
      woken.set(Deadlines.miss(woken.alert(), turn.terms(woken.alert()), turn.now()));
    }
    turn.touch(woken);
  }

  private void silence(Turn turn) {
    cases.all().forEach(each -> HoldBack.silence(each, turn));
    silencesAt = turn.book().silences().nextEdge(turn.now());
  }

  private void finish(Turn turn, Consumer<Alert> out) {
    inhibitions.settle(turn);
    publishing.publish(turn, out);
  }

  /** About 1 kB for each alert, 75 bytes for each device. */
  public static final class Form implements BinaryForm<DistrictDesk> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(DistrictDesk desk, DataOutput out) throws IOException {
      out.writeUTF(desk.district);
      out.writeLong(desk.clock);
      out.writeLong(desk.silencesAt);
      desk.cases.write(out);
      desk.standings.write(out);
      desk.dark.write(out);
      desk.enrolled.write(out);
      desk.parked.write(out);
    }

    @Override
    public DistrictDesk read(DataInput in, int version) throws IOException {
      DistrictDesk desk = new DistrictDesk(in.readUTF());
      desk.clock = in.readLong();
      desk.silencesAt = in.readLong();
      desk.cases.read(in, version);
      desk.standings.read(in);
      desk.dark.read(in, version);
      desk.enrolled.read(in, version);
      desk.parked.read(in, version);
      return desk;
    }

    @Override
    public DistrictDesk copy(DistrictDesk desk) {
      DistrictDesk copy = new DistrictDesk(desk.district);
      copy.clock = desk.clock;
      copy.silencesAt = desk.silencesAt;
      copy.cases.copyFrom(desk.cases);
      copy.standings.copyFrom(desk.standings);
      copy.dark.copyFrom(desk.dark);
      copy.enrolled.copyFrom(desk.enrolled);
      copy.parked.copyFrom(desk.parked);
      return copy;
    }
  }
}

package city.xueliang.domain.response;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.response.SourceCounts.Count;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The alarms of one seat as time goes on: turns steps into the rows of its hours and days, which
 * are corrected as those of {@link ResponseTimeline} are. While an alert is open, or was told in
 * the last ten minutes, the rows of the open windows follow each minute. Times are epoch
 * milliseconds. Mutable.
 */
public final class SeatTimeline {
  private static final SeatFigures.Form FIGURES = new SeatFigures.Form();

  private final String seat;
  private final OpenCount open;
  private final WaitingAlerts waiting;
  private final AlarmMinutes minutes;
  private KeptWindows<SeatFigures> hours = new KeptWindows<>(Window.HOUR, SeatFigures::new);
  private KeptWindows<SeatFigures> days = new KeptWindows<>(Window.DAY, SeatFigures::new);

  /** Up to when windows with open alerts were looked for. */
  private long filled = Long.MAX_VALUE;

  /** The timeline of a seat that was told nothing yet. */
  public SeatTimeline(String seat) {
    this(seat, new OpenCount(), new WaitingAlerts(), new AlarmMinutes());
  }

  private SeatTimeline(String seat, OpenCount open, WaitingAlerts waiting, AlarmMinutes minutes) {
    this.seat = seat;
    this.open = open;
    this.waiting = waiting;
    this.minutes = minutes;
  }

  /**
   * Takes a step in.
   *
   * @param now the least number if that is not known
   */
  public void take(SeatStep step, long now, Windows cut) {
    long at = Math.max(step.at(), horizon(now));
    for (KeptWindows<SeatFigures> length : List.of(hours, days)) {
      SeatFigures figures = length.at(at, cut);
      if (step.alarm() != null) {
        figures.add(step.alarm());
      }
      length.touchFrom(at, cut);
    }
    if (step.alarm() != null) {
      minutes.add(at);
    }
    if (step.open() != 0) {
      open.add(at, step.open());
    }
    waiting.add(step.since(), step.waiting());
    filled = Math.min(filled, at);
  }

  /** Hands out the rows that changed, those of windows that are over by now as complete. */
  public void advance(
      long now, Windows cut, Consumer<AlarmHealth> rows, Consumer<WorstSource> worst) {
    if (isOver()) {
      return;
    }
    boolean isNextMinute = Minutes.startOf(filled) < Minutes.startOf(now);
    if (isNextMinute && isLively(now)) {
      hours.touchFrom(now, cut);
      days.touchFrom(now, cut);
    }
    advance(Window.HOUR, hours, now, cut, rows, any -> {});
    advance(Window.DAY, days, now, cut, rows, worst);
    filled = now;
    open.forget(horizon(now));
    minutes.forgetBefore(Math.min(hours.first(), days.first()));
  }

  private void advance(
      Window length,
      KeptWindows<SeatFigures> windows,
      long now,
      Windows cut,
      Consumer<AlarmHealth> rows,
      Consumer<WorstSource> worst) {
    windows.fill(filled, now, open, cut);
    windows.close(
        now,
        cut,
        (start, complete, figures) -> figures.close(waiting.stale(cut.endOf(length, start))));
    windows.send(
        (start, complete, figures) -> {
          long end = cut.endOf(length, start);
          rows.accept(
              new AlarmHealth(
                  seat,
                  PlaceCodes.levelOf(seat),
                  district(),
                  length,
                  start,
                  complete,
                  summary(start, end, complete ? end : now, complete, figures)));
          rank(length, start, complete, figures).forEach(worst);
        });
    windows.forget(horizon(now), cut);
  }

  private AlarmSummary summary(
      long start, long end, long until, boolean complete, SeatFigures figures) {
    long over =
        Math.min(end, Math.max(Minutes.endOf(start), Minutes.endOf(Minutes.startOf(until - 1))));
    double passed = (over - start) / (double) Minutes.LENGTH_MILLIS;
    AlarmMinutes.Load load = minutes.load(start, over);
    return new AlarmSummary(
        figures.alarms(),
        figures.alarms() * AlarmMinutes.SPAN / passed,
        load.peak(),
        load.floodMinutes(),
        load.floodMinutes() * 100 / passed,
        complete ? figures.stale() : waiting.stale(until),
        figures.alarms(Colour.RED),
        figures.alarms(Colour.ORANGE),
        figures.alarms(Colour.YELLOW),
        figures.alarms(Colour.BLUE),
        figures.reAlarms(),
        figures.worstPercent(),
        open.at(end));
  }

  private List<WorstSource> rank(Window length, long start, boolean complete, SeatFigures figures) {
    List<WorstSource> rows = new ArrayList<>();
    for (Count count : figures.unsentRanking()) {
      rows.add(
          new WorstSource(
              seat,
              PlaceCodes.levelOf(seat),
              district(),
              length,
              start,
              complete,
              rows.size() + 1,
              count.source().ruleId(),
              count.source().place(),
              count.alarms(),
              figures.percent(count.alarms())));
    }
    return rows;
  }

  private String district() {
    return PlaceCodes.levelOf(seat) == Level.CITY ? seat : PlaceCodes.districtOf(seat);
  }

  /** When it has something to send, or to forget, if nothing more comes. */
  public long nextDue(long now, Windows cut) {
    long due = isLively(now) ? Minutes.endOf(Minutes.startOf(now)) : Long.MAX_VALUE;
    return Math.min(due, Math.min(hours.nextDue(cut), days.nextDue(cut)));
  }

  private boolean isLively(long now) {
    return open.last() > 0 || minutes.isRinging(now);
  }

  /** Whether none is open and no row is to follow. */
  public boolean isOver() {
    return open.isEmpty() && waiting.isEmpty() && hours.isEmpty() && days.isEmpty();
  }

  private static long horizon(long now) {
    return now == Long.MIN_VALUE ? now : now - KeptWindows.CORRECTED_MILLIS;
  }

  /** About 40 bytes and those of what it holds. */
  public static final class Form implements BinaryForm<SeatTimeline> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(SeatTimeline timeline, DataOutput out) throws IOException {
      out.writeUTF(timeline.seat);
      timeline.open.write(out);
      timeline.waiting.write(out);
      timeline.minutes.write(out);
      out.writeLong(timeline.filled);
      timeline.hours.write(FIGURES, out);
      timeline.days.write(FIGURES, out);
    }

    @Override
    public SeatTimeline read(DataInput in, int version) throws IOException {
      SeatTimeline timeline =
          new SeatTimeline(
              in.readUTF(), OpenCount.read(in), WaitingAlerts.read(in), AlarmMinutes.read(in));
      timeline.filled = in.readLong();
      timeline.hours.read(FIGURES, in, version);
      timeline.days.read(FIGURES, in, version);
      return timeline;
    }

    @Override
    public SeatTimeline copy(SeatTimeline timeline) {
      SeatTimeline copy =
          new SeatTimeline(
              timeline.seat,
              timeline.open.copy(),
              timeline.waiting.copy(),
              timeline.minutes.copy());
      copy.filled = timeline.filled;
      copy.hours = timeline.hours.copy(FIGURES);
      copy.days = timeline.days.copy(FIGURES);
      return copy;
    }
  }
}

package city.xueliang.domain.coverage;

import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The coverage of one place as time goes on: turns differences into the rows of its minutes, hours
 * and days. All times are epoch milliseconds. Mutable.
 */
public final class PlaceTimeline {
  private static final long NONE = Long.MIN_VALUE;

  private final String place;
  private final String district;
  private final Coverage current;
  private final PendingCoverage pending;

  /** Start of the first minute that is not over; {@link #NONE} before the first one. */
  private long open = NONE;

  /** Whether the open minute was sent already. */
  private boolean shown;

  private OpenWindow hour = OpenWindow.NONE;
  private OpenWindow day = OpenWindow.NONE;

  /** The timeline of a place in which no device is known. */
  public PlaceTimeline(String place, String district) {
    this(place, district, new Coverage(), new PendingCoverage());
  }

  private PlaceTimeline(String place, String district, Coverage current, PendingCoverage pending) {
    this.place = place;
    this.district = district;
    this.current = current;
    this.pending = pending;
  }

  /**
   * Takes in a difference that counts from the end of this minute on, or of the open one if that is
   * later.
   */
  public void take(long minute, Coverage difference) {
    pending.add(minute, difference);
  }

  /** End of the minute that ends next; there has to be something to tell. */
  public long nextEnd() {
    return Minutes.endOf(openMinute());
  }

  /**
   * The rows of all minutes that are over now, and of the hours and days in which the last of them
   * lies.
   *
   * @param most minutes that are made up for where time has leapt; those before them, up to the one
   *     that was open, were not watched and have no rows
   */
  public List<PlaceCoverage> advance(long now, long most, Windows windows) {
    List<PlaceCoverage> rows = new ArrayList<>();
    if (isOver()) {
      return rows;
    }
    open = openMinute();
    long running = Minutes.startOf(now);
    while (open < running) {
      long ended = open;
      open = Math.max(Minutes.endOf(ended), running - most * Minutes.LENGTH_MILLIS);
      end(ended, open == running, windows, rows);
    }
    return rows;
  }

  /** The row of the open minute as it is now; there has to be something to tell. */
  public PlaceCoverage running(long now) {
    open = openMinute();
    settle(open);
    shown = true;
    return row(Window.MINUTE, open, false, minute(current.at(now)));
  }

  /** Whether no device is expected and no row is to follow. */
  public boolean isOver() {
    return current.isZero() && pending.isEmpty() && !shown && hour.isEmpty() && day.isEmpty();
  }

  private long openMinute() {
    return open == NONE ? pending.first() : open;
  }

  private void settle(long minute) {
    pending.takeUntil(minute, (any, difference) -> current.add(difference));
  }

  private void end(long minute, boolean isLast, Windows windows, List<PlaceCoverage> rows) {
    settle(minute);
    CoverageFigures figures = current.at(Minutes.endOf(minute));
    if (figures.expected() > 0 || shown) {
      rows.add(row(Window.MINUTE, minute, true, minute(figures)));
    }
    shown = false;
    hour = end(Window.HOUR, hour, minute, figures, isLast, windows, rows);
    day = end(Window.DAY, day, minute, figures, isLast, windows, rows);
  }

  private OpenWindow end(
      Window window,
      OpenWindow before,
      long minute,
      CoverageFigures figures,
      boolean isLast,
      Windows windows,
      List<PlaceCoverage> rows) {
    long start = windows.startOf(window, minute);
    OpenWindow left = before;
    if (!left.isEmpty() && left.start() != start) {
      rows.add(row(window, left.start(), true, left.minutes()));
      left = OpenWindow.NONE;
    }
    if (figures.expected() > 0) {
      left = new OpenWindow(start, left.minutes().plus(figures));
    }
    boolean complete = Minutes.endOf(minute) >= windows.endOf(window, minute);
    if (!left.isEmpty() && (complete || (isLast && figures.expected() > 0))) {
      rows.add(row(window, start, complete, left.minutes()));
    }
    return complete ? OpenWindow.NONE : left;
  }

  private static CoverageSum minute(CoverageFigures figures) {
    return figures.expected() == 0 ? CoverageSum.NONE : CoverageSum.NONE.plus(figures);
  }

  private PlaceCoverage row(Window window, long start, boolean complete, CoverageSum minutes) {
    return new PlaceCoverage(
        place, PlaceCodes.levelOf(place), district, window, start, complete, minutes);
  }

  /** About 70 bytes and those of what it holds. */
  public static final class Form implements BinaryForm<PlaceTimeline> {
    private final Coverage.Form coverages = new Coverage.Form();
    private final PendingCoverage.Form pendings = new PendingCoverage.Form();
    private final OpenWindow.Form windows = new OpenWindow.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(PlaceTimeline timeline, DataOutput out) throws IOException {
      out.writeUTF(timeline.place);
      out.writeUTF(timeline.district);
      coverages.write(timeline.current, out);
      pendings.write(timeline.pending, out);
      out.writeLong(timeline.open);
      out.writeBoolean(timeline.shown);
      windows.write(timeline.hour, out);
      windows.write(timeline.day, out);
    }

    @Override
    public PlaceTimeline read(DataInput in, int version) throws IOException {
      PlaceTimeline timeline =
          new PlaceTimeline(
              in.readUTF(), in.readUTF(), coverages.read(in, version), pendings.read(in, version));
      timeline.open = in.readLong();
      timeline.shown = in.readBoolean();
      timeline.hour = windows.read(in, version);
      timeline.day = windows.read(in, version);
      return timeline;
    }

    @Override
    public PlaceTimeline copy(PlaceTimeline timeline) {
      PlaceTimeline copy =
          new PlaceTimeline(
              timeline.place,
              timeline.district,
              coverages.copy(timeline.current),
              pendings.copy(timeline.pending));
      copy.open = timeline.open;
      copy.shown = timeline.shown;
      copy.hour = timeline.hour;
      copy.day = timeline.day;
      return copy;
    }
  }
}

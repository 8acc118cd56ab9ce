package city.xueliang.domain.response;

import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The alerts of one rule and colour at one place as time goes on: turns steps into the rows of its
 * minutes, hours and days. A step of a window that is over corrects its row; one that is too late
 * for that counts in the first window that may be corrected. Times are epoch milliseconds. Mutable.
 */
public final class ResponseTimeline {
  private final String place;
  private final String district;
  private final String ruleId;
  private final Colour colour;
  private final OpenCount open;
  private final Map<Window, KeptWindows<ResponseFigures>> windows;

  /** Up to when windows with open alerts were looked for. */
  private long filled = Long.MAX_VALUE;

  /** The timeline of a place where no such alert is known. */
  public ResponseTimeline(String place, String district, String ruleId, Colour colour) {
    this(place, district, ruleId, colour, new OpenCount(), new EnumMap<>(Window.class));
    for (Window length : Window.values()) {
      windows.put(length, new KeptWindows<>(length, ResponseFigures::new));
    }
  }

  private ResponseTimeline(
      String place,
      String district,
      String ruleId,
      Colour colour,
      OpenCount open,
      Map<Window, KeptWindows<ResponseFigures>> windows) {
    this.place = place;
    this.district = district;
    this.ruleId = ruleId;
    this.colour = colour;
    this.open = open;
    this.windows = windows;
  }

  /**
   * Takes a step in.
   *
   * @param now the least number if that is not known
   */
  public void take(ResponseStep step, long now, Windows cut) {
    long at = Math.max(step.at(), horizon(now));
    windows.values().forEach(length -> length.at(at, cut).add(step.change()));
    if (step.change().open() != 0) {
      open.add(at, step.change().open());
      windows.values().forEach(length -> length.touchFrom(at, cut));
    }
    filled = Math.min(filled, at);
  }

  /** Hands out the rows that changed, those of windows that are over by now as complete. */
  public void advance(long now, Windows cut, Consumer<PlaceResponse> rows) {
    if (isOver()) {
      return;
    }
    windows.forEach(
        (length, kept) -> {
          kept.fill(filled, now, open, cut);
          kept.close(now, cut, (start, complete, figures) -> {});
          kept.send(
              (start, complete, figures) ->
                  rows.accept(row(length, start, cut.endOf(length, start), complete, figures)));
          kept.forget(horizon(now), cut);
        });
    filled = now;
    open.forget(horizon(now));
  }

  /** When it has something to send, or to forget, if nothing more comes. */
  public long nextDue(long now, Windows cut) {
    long due = open.last() > 0 ? Minutes.endOf(Minutes.startOf(now)) : Long.MAX_VALUE;
    for (KeptWindows<ResponseFigures> kept : windows.values()) {
      due = Math.min(due, kept.nextDue(cut));
    }
    return due;
  }

  /** Whether none is open and no row is to follow. */
  public boolean isOver() {
    return open.isEmpty() && windows.values().stream().allMatch(KeptWindows::isEmpty);
  }

  private static long horizon(long now) {
    return now == Long.MIN_VALUE ? now : now - KeptWindows.CORRECTED_MILLIS;
  }

  private PlaceResponse row(
      Window length, long start, long end, boolean complete, ResponseFigures figures) {
    return new PlaceResponse(
        place,
        PlaceCodes.levelOf(place),
        district,
        ruleId,
        colour,
        length,
        start,
        complete,
        figures.summary(open.at(end)));
  }

  /** About 60 bytes and those of what it holds. */
  public static final class Form implements BinaryForm<ResponseTimeline> {
    private final ResponseFigures.Form figures = new ResponseFigures.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(ResponseTimeline timeline, DataOutput out) throws IOException {
      out.writeUTF(timeline.place);
      out.writeUTF(timeline.district);
      out.writeUTF(timeline.ruleId);
      out.writeUTF(timeline.colour.name());
      out.writeLong(timeline.filled);
      timeline.open.write(out);
      for (KeptWindows<ResponseFigures> kept : timeline.windows.values()) {
        kept.write(figures, out);
      }
    }

    @Override
    public ResponseTimeline read(DataInput in, int version) throws IOException {
      String place = in.readUTF();
      String district = in.readUTF();
      String ruleId = in.readUTF();
      Colour colour = Colour.valueOf(in.readUTF());
      long filled = in.readLong();
      ResponseTimeline timeline =
          new ResponseTimeline(
              place, district, ruleId, colour, OpenCount.read(in), new EnumMap<>(Window.class));
      timeline.filled = filled;
      for (Window length : Window.values()) {
        KeptWindows<ResponseFigures> kept = new KeptWindows<>(length, ResponseFigures::new);
        kept.read(figures, in, version);
        timeline.windows.put(length, kept);
      }
      return timeline;
    }

    @Override
    public ResponseTimeline copy(ResponseTimeline timeline) {
      ResponseTimeline copy =
          new ResponseTimeline(
              timeline.place,
              timeline.district,
              timeline.ruleId,
              timeline.colour,
              timeline.open.copy(),
              new EnumMap<>(Window.class));
      copy.filled = timeline.filled;
      timeline.windows.forEach((length, kept) -> copy.windows.put(length, kept.copy(figures)));
      return copy;
    }
  }
}

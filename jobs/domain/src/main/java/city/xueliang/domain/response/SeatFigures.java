package city.xueliang.domain.response;

import city.xueliang.domain.response.SourceCounts.Count;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** The alarms of one seat in one window. Mutable. */
public final class SeatFigures {
  /** So many sources are the worst. */
  static final int WORST = 10;

  private static final double PERCENT = 100;

  private long red;
  private long orange;
  private long yellow;
  private long blue;
  private long reAlarms;
  private final SourceCounts sources;

  /** At the window's end; without meaning before. */
  private long stale;

  /** Whether its worst sources may differ from those that were sent. */
  private boolean isRankingUnsent;

  public SeatFigures() {
    this(new SourceCounts());
  }

  private SeatFigures(SourceCounts sources) {
    this.sources = sources;
  }

  public void add(SeatStep.Alarm alarm) {
    switch (alarm.colour()) {
      case RED -> red++;
      case ORANGE -> orange++;
      case YELLOW -> yellow++;
      case BLUE -> blue++;
    }
    reAlarms += alarm.isAgain() ? 1 : 0;
    sources.add(alarm.source());
    isRankingUnsent = true;
  }

  /** The window is over. */
  void close(long staleAtEnd) {
    stale = staleAtEnd;
    isRankingUnsent = true;
  }

  long alarms() {
    return red + orange + yellow + blue;
  }

  long alarms(Colour colour) {
    return switch (colour) {
      case RED -> red;
      case ORANGE -> orange;
      case YELLOW -> yellow;
      case BLUE -> blue;
    };
  }

  long reAlarms() {
    return reAlarms;
  }

  long stale() {
    return stale;
  }

  /** 0 if there was no alarm. */
  double worstPercent() {
    return percent(worst().stream().mapToLong(Count::alarms).sum());
  }

  /** Share of so many alarms, 100 at most. */
  double percent(long some) {
    return alarms() == 0 ? 0 : Math.min(PERCENT, some * PERCENT / alarms());
  }

  List<Count> worst() {
    return sources.worst(WORST);
  }

  /** The worst sources if they may have changed since the last call, else none. */
  List<Count> unsentRanking() {
    boolean isUnsent = isRankingUnsent;
    isRankingUnsent = false;
    return isUnsent ? worst() : List.of();
  }

  /** About 10 bytes and those of the sources. */
  public static final class Form implements BinaryForm<SeatFigures> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(SeatFigures figures, DataOutput out) throws IOException {
      Varints.write(figures.red, out);
      Varints.write(figures.orange, out);
      Varints.write(figures.yellow, out);
      Varints.write(figures.blue, out);
      Varints.write(figures.reAlarms, out);
      Varints.write(figures.stale, out);
      out.writeBoolean(figures.isRankingUnsent);
      figures.sources.write(out);
    }

    @Override
    public SeatFigures read(DataInput in, int version) throws IOException {
      SeatFigures figures = new SeatFigures();
      figures.red = Varints.read(in);
      figures.orange = Varints.read(in);
      figures.yellow = Varints.read(in);
      figures.blue = Varints.read(in);
      figures.reAlarms = Varints.read(in);
      figures.stale = Varints.read(in);
      figures.isRankingUnsent = in.readBoolean();
      return figures.with(SourceCounts.read(in));
    }

    @Override
    public SeatFigures copy(SeatFigures figures) {
      return figures.with(figures.sources.copy());
    }
  }

  private SeatFigures with(SourceCounts other) {
    SeatFigures copy = new SeatFigures(other);
    copy.red = red;
    copy.orange = orange;
    copy.yellow = yellow;
    copy.blue = blue;
    copy.reAlarms = reAlarms;
    copy.stale = stale;
    copy.isRankingUnsent = isRankingUnsent;
    return copy;
  }
}

package city.xueliang.domain.response;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import city.xueliang.domain.tally.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What happened to alerts in one window. The same changes give the same bits in any order. Mutable.
 */
public final class ResponseFigures {
  private static final double HALF = 0.5;
  private static final double MOST = 0.9;

  private long opened;
  private long closed;
  private long cleared;
  private long falseAlarms;
  private long escalated;
  private final Tally ackSeconds;
  private final Tally onSiteSeconds;
  private final Tally closeSeconds;

  public ResponseFigures() {
    this(Tally.withQuantiles(), Tally.withQuantiles(), Tally.withQuantiles());
  }

  private ResponseFigures(Tally ackSeconds, Tally onSiteSeconds, Tally closeSeconds) {
    this.ackSeconds = ackSeconds;
    this.onSiteSeconds = onSiteSeconds;
    this.closeSeconds = closeSeconds;
  }

  public void add(ResponseChange change) {
    opened += change.opened();
    closed += change.closed();
    cleared += change.cleared();
    falseAlarms += change.falseAlarms();
    escalated += change.escalated();
    add(change.ackSeconds(), ackSeconds);
    add(change.onSiteSeconds(), onSiteSeconds);
    add(change.closeSeconds(), closeSeconds);
  }

  private static void add(double seconds, Tally tally) {
    if (!Double.isNaN(seconds)) {
      tally.add(seconds, 0);
    }
  }

  ResponseSummary summary(long open) {
    return new ResponseSummary(
        opened,
        closed,
        cleared,
        falseAlarms,
        open,
        escalated,
        ackSeconds.quantile(HALF),
        ackSeconds.quantile(MOST),
        onSiteSeconds.quantile(MOST),
        closeSeconds.quantile(MOST));
  }

  /** About 20 bytes, and what the seconds' tallies take. */
  public static final class Form implements BinaryForm<ResponseFigures> {
    private final Tally.Form tallies = new Tally.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(ResponseFigures figures, DataOutput out) throws IOException {
      Varints.write(figures.opened, out);
      Varints.write(figures.closed, out);
      Varints.write(figures.cleared, out);
      Varints.write(figures.falseAlarms, out);
      Varints.write(figures.escalated, out);
      tallies.write(figures.ackSeconds, out);
      tallies.write(figures.onSiteSeconds, out);
      tallies.write(figures.closeSeconds, out);
    }

    @Override
    public ResponseFigures read(DataInput in, int version) throws IOException {
      long opened = Varints.read(in);
      long closed = Varints.read(in);
      long cleared = Varints.read(in);
      long falseAlarms = Varints.read(in);
      long escalated = Varints.read(in);
      ResponseFigures figures =
          new ResponseFigures(
              tallies.read(in, version), tallies.read(in, version), tallies.read(in, version));
      figures.opened = opened;
      figures.closed = closed;
      figures.cleared = cleared;
      figures.falseAlarms = falseAlarms;
      figures.escalated = escalated;
      return figures;
    }

    @Override
    public ResponseFigures copy(ResponseFigures figures) {
      ResponseFigures copy =
          new ResponseFigures(
              tallies.copy(figures.ackSeconds),
              tallies.copy(figures.onSiteSeconds),
              tallies.copy(figures.closeSeconds));
      copy.opened = figures.opened;
      copy.closed = figures.closed;
      copy.cleared = figures.cleared;
      copy.falseAlarms = figures.falseAlarms;
      copy.escalated = figures.escalated;
      return copy;
    }
  }
}

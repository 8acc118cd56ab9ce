package city.xueliang.domain.detector.unusual;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is learnt of one series, in less than 4 KB, of which its age changes nothing. Changed in
 * place by {@link UnusualDetector}; not safe for threads.
 */
public final class UnusualState {
  final Forecast forecast;
  final Deviations deviations;
  final Episodes episodes;

  /** How many were judged. */
  long points;

  /** Event times of the first and the newest value, epoch milliseconds. */
  long first;

  long newest;

  /** Usual time from one value to the next, milliseconds. */
  double interval;

  /** Before the first value. */
  public UnusualState() {
    this(new Forecast(), new Deviations(), new Episodes());
  }

  private UnusualState(Forecast forecast, Deviations deviations, Episodes episodes) {
    this.forecast = forecast;
    this.deviations = deviations;
    this.episodes = episodes;
  }

  private UnusualState withTimes(long points, long first, long newest, double interval) {
    this.points = points;
    this.first = first;
    this.newest = newest;
    this.interval = interval;
    return this;
  }

  /** About 2.3 KB. */
  public static final class Form implements BinaryForm<UnusualState> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(UnusualState state, DataOutput out) throws IOException {
      state.forecast.write(out);
      state.deviations.write(out);
      state.episodes.write(out);
      Varints.write(state.points, out);
      out.writeLong(state.first);
      out.writeLong(state.newest);
      out.writeDouble(state.interval);
    }

    @Override
    public UnusualState read(DataInput in, int version) throws IOException {
      Forecast forecast = new Forecast();
      forecast.read(in);
      Deviations deviations = new Deviations();
      deviations.read(in);
      return new UnusualState(forecast, deviations, Episodes.read(in))
          .withTimes(Varints.read(in), in.readLong(), in.readLong(), in.readDouble());
    }

    @Override
    public UnusualState copy(UnusualState state) {
      return new UnusualState(state.forecast.copy(), state.deviations.copy(), state.episodes.copy())
          .withTimes(state.points, state.first, state.newest, state.interval);
    }
  }
}

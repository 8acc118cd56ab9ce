package city.xueliang.domain.detector.rate;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The recent values of one device.
 *
 * @param points oldest first
 * @param raised whether the condition is raised and not cleared
 * @param told event time up to which it was told what happened, epoch milliseconds; {@link #NONE}
 *     if nothing was
 */
public record RateState(List<Point> points, boolean raised, long told) {
  static final long NONE = Long.MIN_VALUE;

  public static final RateState INITIAL = new RateState(List.of(), false, NONE);

  /** A value, and its event time in epoch milliseconds. */
  public record Point(long at, double value) {}

  public RateState {
    points = List.copyOf(points);
  }

  /** The newest point; there has to be one. */
  Point newest() {
    return points.get(points.size() - 1);
  }

  /** 11 bytes, and 11 for each point. */
  public static final class Form implements BinaryForm<RateState> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(RateState state, DataOutput out) throws IOException {
      out.writeBoolean(state.raised);
      out.writeLong(state.told);
      Varints.write(state.points.size(), out);
      long before = 0;
      for (Point point : state.points) {
        Varints.writeSigned(point.at - before, out);
        out.writeDouble(point.value);
        before = point.at;
      }
    }

    @Override
    public RateState read(DataInput in, int version) throws IOException {
      boolean raised = in.readBoolean();
      long told = in.readLong();
      List<Point> points = new ArrayList<>();
      long before = 0;
      for (long left = Varints.read(in); left > 0; left--) {
        before += Varints.readSigned(in);
        points.add(new Point(before, in.readDouble()));
      }
      return new RateState(points, raised, told);
    }

    @Override
    public RateState copy(RateState state) {
      return state;
    }
  }
}

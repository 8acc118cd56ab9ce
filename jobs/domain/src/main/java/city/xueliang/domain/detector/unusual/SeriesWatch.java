package city.xueliang.domain.detector.unusual;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Where a series stands with a rule. Changed in place by {@link SeriesDetector}.
 *
 * @param raised whether an episode was told and lasts
 */
public record SeriesWatch(UnusualState series, boolean raised) {

  /** About 3.2 KB. */
  public static final class Form implements BinaryForm<SeriesWatch> {
    private final UnusualState.Form series = new UnusualState.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(SeriesWatch watch, DataOutput out) throws IOException {
      series.write(watch.series, out);
      out.writeBoolean(watch.raised);
    }

    @Override
    public SeriesWatch read(DataInput in, int version) throws IOException {
      return new SeriesWatch(series.read(in, version), in.readBoolean());
    }

    @Override
    public SeriesWatch copy(SeriesWatch watch) {
      return new SeriesWatch(series.copy(watch.series), watch.raised);
    }
  }
}

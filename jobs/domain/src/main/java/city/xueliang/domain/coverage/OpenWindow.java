package city.xueliang.domain.coverage;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An hour or a day that is still open.
 *
 * @param start epoch milliseconds; without meaning while it holds no minute
 */
public record OpenWindow(long start, CoverageSum minutes) {
  public static final OpenWindow NONE = new OpenWindow(0, CoverageSum.NONE);

  boolean isEmpty() {
    return minutes.isEmpty();
  }

  /** 15 bytes or more. */
  public static final class Form implements BinaryForm<OpenWindow> {
    private final CoverageSum.Form sums = new CoverageSum.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(OpenWindow window, DataOutput out) throws IOException {
      out.writeLong(window.start);
      sums.write(window.minutes, out);
    }

    @Override
    public OpenWindow read(DataInput in, int version) throws IOException {
      return new OpenWindow(in.readLong(), sums.read(in, version));
    }

    @Override
    public OpenWindow copy(OpenWindow window) {
      return window;
    }
  }
}

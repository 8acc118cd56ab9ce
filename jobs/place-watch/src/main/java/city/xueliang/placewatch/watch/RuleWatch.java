package city.xueliang.placewatch.watch;

import city.xueliang.domain.detector.threshold.ThresholdState;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Where a device stands with a rule, and where it stood when the alert was raised: a device that
 * was moved since clears the alert where it was raised.
 *
 * @param raisedIn code of that grid; empty while nothing is raised
 */
record RuleWatch(ThresholdState threshold, String raisedIn) {
  static final RuleWatch INITIAL = new RuleWatch(ThresholdState.INITIAL, "");

  /** 27 to 42 bytes. */
  public static final class Form implements BinaryForm<RuleWatch> {
    private final ThresholdState.Form thresholds = new ThresholdState.Form();

    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(RuleWatch watch, DataOutput out) throws IOException {
      thresholds.write(watch.threshold, out);
      out.writeUTF(watch.raisedIn);
    }

    @Override
    public RuleWatch read(DataInput in, int version) throws IOException {
      return new RuleWatch(thresholds.read(in, version), in.readUTF());
    }

    @Override
    public RuleWatch copy(RuleWatch watch) {
      return watch;
    }
  }
}

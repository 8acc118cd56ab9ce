package city.xueliang.domain.alert;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Sequences;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What answers why an alert was raised.
 *
 * @param limit that was passed, in the unit of the evidence; NaN if there is none
 * @param expectedLow least value that was expected; NaN if nothing was
 * @param expectedHigh greatest value that was expected; NaN if nothing was
 * @param score how unusual it is, 0 to 1; NaN if that was not judged
 * @param evidence oldest first, {@link #MOST_EVIDENCE} at most
 */
public record Why(
    double limit, double expectedLow, double expectedHigh, double score, List<Evidence> evidence) {
  public static final int MOST_EVIDENCE = 20;

  public Why {
    evidence = List.copyOf(evidence);
  }

  public static Why passed(double limit, List<Evidence> evidence) {
    return new Why(limit, Double.NaN, Double.NaN, Double.NaN, evidence);
  }

  public static Why seen(List<Evidence> evidence) {
    return passed(Double.NaN, evidence);
  }

  /**
   * With what was seen later; of too much, what lies in the middle is left out, so that the first
   * and the newest evidence stay.
   */
  public Why with(List<Evidence> later) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.addAll(later);
    if (all.size() > MOST_EVIDENCE) {
      all.subList(MOST_EVIDENCE / 2, all.size() - MOST_EVIDENCE / 2).clear();
    }
    return new Why(limit, expectedLow, expectedHigh, score, all);
  }

  /** 33 bytes and those of the evidence. */
  public static final class Form implements BinaryForm<Why> {
    private final Evidence.Form evidence = new Evidence.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Why why, DataOutput out) throws IOException {
      out.writeDouble(why.limit);
      out.writeDouble(why.expectedLow);
      out.writeDouble(why.expectedHigh);
      out.writeDouble(why.score);
      Sequences.write(why.evidence, evidence, out);
    }

    @Override
    public Why read(DataInput in, int version) throws IOException {
      return new Why(
          in.readDouble(),
          in.readDouble(),
          in.readDouble(),
          in.readDouble(),
          Sequences.read(evidence, in, version));
    }

    @Override
    public Why copy(Why why) {
      return why;
    }
  }
}

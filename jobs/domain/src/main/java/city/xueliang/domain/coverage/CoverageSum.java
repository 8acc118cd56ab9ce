package city.xueliang.domain.coverage;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The figures of a place summed over minutes.
 *
 * @param minutes in which a device was expected
 * @param sum of the devices of each status over these minutes, and the longest silence of all
 */
public record CoverageSum(long minutes, CoverageFigures sum) {
  public static final CoverageSum NONE = new CoverageSum(0, new CoverageFigures(0, 0, 0, 0, 0, 0));

  /** The sum with another minute. */
  public CoverageSum plus(CoverageFigures minute) {
    return new CoverageSum(
        minutes + 1,
        new CoverageFigures(
            sum.heardWell() + minute.heardWell(),
            sum.frozen() + minute.frozen(),
            sum.clockWrong() + minute.clockWrong(),
            sum.silent() + minute.silent(),
            sum.neverReported() + minute.neverReported(),
            Math.max(sum.longestSilenceSeconds(), minute.longestSilenceSeconds())));
  }

  public boolean isEmpty() {
    return minutes == 0;
  }

  /** Devices expected, in the mean. */
  public long expected() {
    return mean(sum.expected());
  }

  /** Devices heard, in the mean. */
  public long heard() {
    return mean(sum.heard());
  }

  public long frozen() {
    return mean(sum.frozen());
  }

  public long clockWrong() {
    return mean(sum.clockWrong());
  }

  public long silent() {
    return mean(sum.silent());
  }

  public long neverReported() {
    return mean(sum.neverReported());
  }

  public long longestSilenceSeconds() {
    return sum.longestSilenceSeconds();
  }

  /** Of 100 minutes of devices that were expected, how many were heard; 100 if none was. */
  public double percent() {
    return sum.expected() == 0 ? 100 : 100.0 * sum.heard() / sum.expected();
  }

  private long mean(long all) {
    return minutes == 0 ? 0 : Math.round((double) all / minutes);
  }

  /** 7 bytes or more. */
  public static final class Form implements BinaryForm<CoverageSum> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(CoverageSum all, DataOutput out) throws IOException {
      Varints.write(all.minutes, out);
      Varints.writeSigned(all.sum.heardWell(), out);
      Varints.writeSigned(all.sum.frozen(), out);
      Varints.writeSigned(all.sum.clockWrong(), out);
      Varints.writeSigned(all.sum.silent(), out);
      Varints.writeSigned(all.sum.neverReported(), out);
      Varints.write(all.sum.longestSilenceSeconds(), out);
    }

    @Override
    public CoverageSum read(DataInput in, int version) throws IOException {
      return new CoverageSum(
          Varints.read(in),
          new CoverageFigures(
              Varints.readSigned(in),
              Varints.readSigned(in),
              Varints.readSigned(in),
              Varints.readSigned(in),
              Varints.readSigned(in),
              Varints.read(in)));
    }

    @Override
    public CoverageSum copy(CoverageSum all) {
      return all;
    }
  }
}

package city.xueliang.domain.coverage;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many devices have which status, and since when those are silent that are. A total, or a
 * difference, which may be negative: they form a commutative group, so that differences give the
 * same total in any order. Mutable.
 */
public final class Coverage {
  private long heard;
  private long frozen;
  private long clockWrong;
  private long silent;
  private long neverReported;

  /** Silent devices by the second of their last contact; none is 0. */
  private final TreeMap<Long, Long> silentSince = new TreeMap<>();

  /**
   * One device.
   *
   * @param silentSince epoch milliseconds; without meaning unless it is silent
   */
  public static Coverage of(DeviceStatus status, long silentSince) {
    Coverage one = new Coverage();
    switch (status) {
      case HEARD -> one.heard = 1;
      case FROZEN -> one.frozen = 1;
      case CLOCK_WRONG -> one.clockWrong = 1;
      case SILENT -> {
        one.silent = 1;
        one.silentSince.put(Math.floorDiv(silentSince, 1_000L), 1L);
      }
      case NEVER_REPORTED -> one.neverReported = 1;
      case NOT_EXPECTED -> {
        // Counts nowhere.
      }
    }
    return one;
  }

  public void add(Coverage other) {
    add(other, 1);
  }

  public void subtract(Coverage other) {
    add(other, -1);
  }

  /** The difference that takes this away. */
  public Coverage negated() {
    Coverage negated = new Coverage();
    negated.subtract(this);
    return negated;
  }

  private void add(Coverage other, int sign) {
    heard += sign * other.heard;
    frozen += sign * other.frozen;
    clockWrong += sign * other.clockWrong;
    silent += sign * other.silent;
    neverReported += sign * other.neverReported;
    other.silentSince.forEach(
        (second, devices) -> silentSince.merge(second, sign * devices, Coverage::sumOrNone));
  }

  private static Long sumOrNone(Long a, Long b) {
    return a + b == 0 ? null : Long.valueOf(a + b);
  }

  /** Whether it counts nothing and changes nothing. */
  public boolean isZero() {
    return heard == 0
        && frozen == 0
        && clockWrong == 0
        && silent == 0
        && neverReported == 0
        && silentSince.isEmpty();
  }

  /** The figures of a row at this time, epoch milliseconds. */
  public CoverageFigures at(long now) {
    return new CoverageFigures(
        heard, frozen, clockWrong, silent, neverReported, longestSilence(now));
  }

  private long longestSilence(long now) {
    for (Map.Entry<Long, Long> second : silentSince.entrySet()) {
      if (second.getValue() > 0) {
        return Math.max(0, Math.floorDiv(now, 1_000L) - second.getKey());
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Coverage coverage
        && at(0).equals(coverage.at(0))
        && silentSince.equals(coverage.silentSince);
  }

  @Override
  public int hashCode() {
    return at(0).hashCode() * 31 + silentSince.hashCode();
  }

  @Override
  public String toString() {
    return at(0) + " silent since " + silentSince;
  }

  /** 6 bytes, more for many devices, and about 3 for each second in which one fell silent. */
  public static final class Form implements BinaryForm<Coverage> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Coverage coverage, DataOutput out) throws IOException {
      Varints.writeSigned(coverage.heard, out);
      Varints.writeSigned(coverage.frozen, out);
      Varints.writeSigned(coverage.clockWrong, out);
      Varints.writeSigned(coverage.silent, out);
      Varints.writeSigned(coverage.neverReported, out);
      Varints.write(coverage.silentSince.size(), out);
      long before = 0;
      for (Map.Entry<Long, Long> second : coverage.silentSince.entrySet()) {
        Varints.writeSigned(second.getKey() - before, out);
        Varints.writeSigned(second.getValue(), out);
        before = second.getKey();
      }
    }

    @Override
    public Coverage read(DataInput in, int version) throws IOException {
      Coverage coverage = new Coverage();
      coverage.heard = Varints.readSigned(in);
      coverage.frozen = Varints.readSigned(in);
      coverage.clockWrong = Varints.readSigned(in);
      coverage.silent = Varints.readSigned(in);
      coverage.neverReported = Varints.readSigned(in);
      long second = 0;
      for (long left = Varints.read(in); left > 0; left--) {
        second += Varints.readSigned(in);
        coverage.silentSince.put(second, Varints.readSigned(in));
      }
      return coverage;
    }

    @Override
    public Coverage copy(Coverage coverage) {
      Coverage copy = new Coverage();
      copy.add(coverage);
      return copy;
    }
  }
}

package city.xueliang.domain.tally;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;

/**
 * A partial: what is known of one measure of one place over some time, mergeable: the same
 * observations give the same bits in any order and grouping. Mutable, for it is updated for every
 * observation.
 *
 * <p>The sum has 128 bits, because 64 would overflow after nine million observations of the
 * greatest value that any measure allows, which a city's busy minute can hold. So it is bounded by
 * the counts: 2<sup>63</sup> observations, each of up to nine million million, do not overflow it.
 */
public final class Tally {
  /**
   * Fixed-point units of one: each value is summed to the nearest 1e-6, so that their order never
   * shows in the last bits.
   */
  private static final double UNITS = 1e6;

  private long count;
  private long devicesOfMinute;
  private long devicesOfHour;
  private long devicesOfDay;
  private long sumHigh;
  private long sumLow;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;

  /** Whether values have quantiles. */
  private final boolean isBinned;

  /** Null as long as all values are the same one, which most windows' are. */
  private QuantileBins bins;

  private Tally(boolean isBinned) {
    this.isBinned = isBinned;
  }

  /** Of nothing yet; readings have quantiles, events have none. */
  public static Tally empty(Measure measure) {
    return new Tally(measure.sender() == ModelClass.SENSOR);
  }

  /** Of nothing yet, for values that no measure names. */
  public static Tally withQuantiles() {
    return new Tally(true);
  }

  /**
   * What takes devices away that are counted twice: merged with a tally, it leaves that many fewer.
   *
   * @param windows bits of the windows in which to count one device less
   */
  public static Tally oneDeviceLess(Measure measure, int windows) {
    Tally tally = empty(measure);
    tally.addDevices(windows, -1);
    return tally;
  }

  /**
   * What sets the number of devices right where a device's marks do not add up.
   *
   * @param more bits of the windows in which to count one device more
   * @param less bits of those in which to count one less; a window of both stays as it is
   */
  public static Tally devices(Measure measure, int more, int less) {
    Tally tally = oneDeviceLess(measure, less);
    tally.addDevices(more, 1);
    return tally;
  }

  /**
   * Takes one observation in.
   *
   * @param firsts bits of the windows of which it is the first that its device adds
   */
  public void add(double value, int firsts) {
    double canonical = value + 0.0; // There is no negative zero.
    if (isBinned) {
      bin(canonical);
    }
    count++;
    addDevices(firsts, 1);
    long units = Math.round(canonical * UNITS);
    addToSum(units >> 63, units);
    least = Math.min(least, canonical);
    greatest = Math.max(greatest, canonical);
  }

  /** Takes in what another tally of the same measure holds. */
  public void merge(Tally other) {
    if (isBinned && other.count > 0) {
      mergeBins(other);
    }
    count += other.count;
    devicesOfMinute += other.devicesOfMinute;
    devicesOfHour += other.devicesOfHour;
    devicesOfDay += other.devicesOfDay;
    addToSum(other.sumHigh, other.sumLow);
    least = Math.min(least, other.least);
    greatest = Math.max(greatest, other.greatest);
  }

  public long count() {
    return count;
  }

  /** Different devices of a window of this length, as far as each was marked once. */
  public long devices(Window window) {
    return switch (window) {
      case MINUTE -> devicesOfMinute;
      case HOUR -> devicesOfHour;
      case DAY -> devicesOfDay;
    };
  }

  /** Sum of the values, each to the nearest 1e-6. */
  public double sum() {
    return (sumHigh == sumLow >> 63 ? sumLow : sumHigh * 0x1p64 + unsigned(sumLow)) / UNITS;
  }

  /** Mean of the values, each to the nearest 1e-6; NaN for none. */
  public double mean() {
    return sum() / count;
  }

  /** Least value; infinite for none. */
  public double least() {
    return least;
  }

  /** Greatest value; infinite for none. */
  public double greatest() {
    return greatest;
  }

  /**
   * A value within 1 % of the one at this quantile, and within least and greatest; see {@link
   * QuantileBins#quantile}.
   *
   * @return NaN for none, and for events
   */
  public double quantile(double quantile) {
    if (!isBinned || count == 0) {
      return Double.NaN;
    }
    return bins == null ? least : Math.max(least, Math.min(greatest, bins.quantile(quantile)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tally tally
        && isBinned == tally.isBinned
        && count == tally.count
        && devicesOfMinute == tally.devicesOfMinute
        && devicesOfHour == tally.devicesOfHour
        && devicesOfDay == tally.devicesOfDay
        && sumHigh == tally.sumHigh
        && sumLow == tally.sumLow
        && Double.compare(least, tally.least) == 0
        && Double.compare(greatest, tally.greatest) == 0
        && Objects.equals(bins, tally.bins);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        isBinned,
        count,
        devicesOfMinute,
        devicesOfHour,
        devicesOfDay,
        sumHigh,
        sumLow,
        least,
        greatest,
        bins);
  }

  private void addDevices(int windows, int number) {
    devicesOfMinute += (windows & Window.MINUTE.bit()) == 0 ? 0 : number;
    devicesOfHour += (windows & Window.HOUR.bit()) == 0 ? 0 : number;
    devicesOfDay += (windows & Window.DAY.bit()) == 0 ? 0 : number;
  }

  private void bin(double value) {
    if (bins == null && count > 0 && value != least) {
      bins = QuantileBins.of(least, count);
    }
    if (bins != null) {
      bins.add(value, 1);
    }
  }

  private void mergeBins(Tally other) {
    boolean isSameValue = other.bins == null && (count == 0 || other.least == least);
    if (bins == null && !isSameValue) {
      bins = count == 0 ? new QuantileBins() : QuantileBins.of(least, count);
    }
    if (other.bins != null) {
      bins.merge(other.bins);
    } else if (bins != null) {
      bins.add(other.least, other.count);
    }
  }

  /** Two's complement with a carry, hence the same bits in any order. */
  private void addToSum(long high, long low) {
    sumLow += low;
    sumHigh += high + (Long.compareUnsigned(sumLow, low) < 0 ? 1 : 0);
  }

  private static double unsigned(long bits) {
    return (bits >>> 1) * 2.0 + (bits & 1);
  }

  /**
   * 5 bytes for a few events without a value; 8 more for a value other than zero, 16 for different
   * ones, and then 1 to 10 for the sum; about 3 for each bin of readings that differ.
   */
  public static final class Form implements BinaryForm<Tally> {
    private static final int IS_BINNED = 1;
    private static final int HAS_BINS = 2;
    private static final int IS_LONG = 4;
    private static final int IS_ZERO = 8;
    private static final int IS_ONE_VALUE = 16;

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Tally tally, DataOutput out) throws IOException {
      int flags = flags(tally);
      out.writeByte(flags);
      Varints.write(tally.count, out);
      Varints.writeSigned(tally.devicesOfMinute, out);
      Varints.writeSigned(tally.devicesOfHour, out);
      Varints.writeSigned(tally.devicesOfDay, out);
      if ((flags & IS_ZERO) == 0) {
        Varints.writeSigned(tally.sumLow, out);
        if ((flags & IS_LONG) != 0) {
          out.writeLong(tally.sumHigh);
        }
        out.writeDouble(tally.least);
        if ((flags & IS_ONE_VALUE) == 0) {
          out.writeDouble(tally.greatest);
        }
      }
      if (tally.bins != null) {
        tally.bins.write(out);
      }
    }

    private static int flags(Tally tally) {
      return (tally.isBinned ? IS_BINNED : 0)
          | (tally.bins != null ? HAS_BINS : 0)
          | (tally.sumHigh != tally.sumLow >> 63 ? IS_LONG : 0)
          | (tally.least == 0 && tally.greatest == 0 ? IS_ZERO : 0)
          | (tally.least == tally.greatest ? IS_ONE_VALUE : 0);
    }

    @Override
    public Tally read(DataInput in, int version) throws IOException {
      int flags = in.readByte();
      Tally tally = new Tally((flags & IS_BINNED) != 0);
      tally.count = Varints.read(in);
      tally.devicesOfMinute = Varints.readSigned(in);
      tally.devicesOfHour = Varints.readSigned(in);
      tally.devicesOfDay = Varints.readSigned(in);
      if ((flags & IS_ZERO) == 0) {
        tally.sumLow = Varints.readSigned(in);
        tally.sumHigh = (flags & IS_LONG) != 0 ? in.readLong() : tally.sumLow >> 63;
        tally.least = in.readDouble();
        tally.greatest = (flags & IS_ONE_VALUE) != 0 ? tally.least : in.readDouble();
      } else {
        tally.least = 0;
        tally.greatest = 0;
      }
      if ((flags & HAS_BINS) != 0) {
        tally.bins = QuantileBins.read(in);
      }
      return tally;
    }

    @Override
    public Tally copy(Tally tally) {
      Tally copy = new Tally(tally.isBinned);
      copy.count = tally.count;
      copy.devicesOfMinute = tally.devicesOfMinute;
      copy.devicesOfHour = tally.devicesOfHour;
      copy.devicesOfDay = tally.devicesOfDay;
      copy.sumHigh = tally.sumHigh;
      copy.sumLow = tally.sumLow;
      copy.least = tally.least;
      copy.greatest = tally.greatest;
      copy.bins = tally.bins == null ? null : tally.bins.copy();
      return copy;
    }
  }
}

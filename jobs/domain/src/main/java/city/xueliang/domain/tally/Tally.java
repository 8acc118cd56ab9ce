package city.xueliang.domain.tally;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;

/**
 * What is known of one measure of one place over one window, mergeable: the same observations give
 * the same bits in any order and grouping. Mutable, for it is updated for every observation.
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
  private long devices;
  private long sumHigh;
  private long sumLow;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;
  private final QuantileBins bins;

  private Tally(QuantileBins bins) {
    this.bins = bins;
  }

  /** Of nothing yet; readings have quantiles, events have none. */
  public static Tally empty(Measure measure) {
    return new Tally(measure.sender() == ModelClass.SENSOR ? new QuantileBins() : null);
  }

  /**
   * Takes one observation in.
   *
   * @param firstOfDevice whether it is the first that its device adds to this window
   */
  public void add(double value, boolean firstOfDevice) {
    count++;
    devices += firstOfDevice ? 1 : 0;
    long units = Math.round(value * UNITS);
    addToSum(units >> 63, units);
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
    if (bins != null) {
      bins.add(value);
    }
  }

  /** Takes in what another tally of the same measure and window holds. */
  public void merge(Tally other) {
    count += other.count;
    devices += other.devices;
    addToSum(other.sumHigh, other.sumLow);
    least = Math.min(least, other.least);
    greatest = Math.max(greatest, other.greatest);
    if (bins != null) {
      bins.merge(other.bins);
    }
  }

  public long count() {
    return count;
  }

  /** Different devices, as far as each was marked once. */
  public long devices() {
    return devices;
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
    return bins == null ? Double.NaN : Math.max(least, Math.min(greatest, bins.quantile(quantile)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tally tally
        && count == tally.count
        && devices == tally.devices
        && sumHigh == tally.sumHigh
        && sumLow == tally.sumLow
        && Double.compare(least, tally.least) == 0
        && Double.compare(greatest, tally.greatest) == 0
        && Objects.equals(bins, tally.bins);
  }

  @Override
  public int hashCode() {
    return Objects.hash(count, devices, sumHigh, sumLow, least, greatest, bins);
  }

  /** Two's complement with a carry, hence the same bits in any order. */
  private void addToSum(long high, long low) {
    sumLow += low;
    sumHigh += high + (Long.compareUnsigned(sumLow, low) < 0 ? 1 : 0);
  }

  private static double unsigned(long bits) {
    return (bits >>> 1) * 2.0 + (bits & 1);
  }

  /** 49 bytes, for readings 4 more and 12 a bin. */
  public static final class Form implements BinaryForm<Tally> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Tally tally, DataOutput out) throws IOException {
      out.writeLong(tally.count);
      out.writeLong(tally.devices);
      out.writeLong(tally.sumHigh);
      out.writeLong(tally.sumLow);
      out.writeDouble(tally.least);
      out.writeDouble(tally.greatest);
      out.writeBoolean(tally.bins != null);
      if (tally.bins != null) {
        tally.bins.write(out);
      }
    }

    @Override
    public Tally read(DataInput in, int version) throws IOException {
      long count = in.readLong();
      long devices = in.readLong();
      long sumHigh = in.readLong();
      long sumLow = in.readLong();
      double least = in.readDouble();
      double greatest = in.readDouble();
      Tally tally = new Tally(in.readBoolean() ? QuantileBins.read(in) : null);
      tally.count = count;
      tally.devices = devices;
      tally.sumHigh = sumHigh;
      tally.sumLow = sumLow;
      tally.least = least;
      tally.greatest = greatest;
      return tally;
    }

    @Override
    public Tally copy(Tally tally) {
      Tally copy = new Tally(tally.bins == null ? null : tally.bins.copy());
      copy.count = tally.count;
      copy.devices = tally.devices;
      copy.sumHigh = tally.sumHigh;
      copy.sumLow = tally.sumLow;
      copy.least = tally.least;
      copy.greatest = tally.greatest;
      return copy;
    }
  }
}

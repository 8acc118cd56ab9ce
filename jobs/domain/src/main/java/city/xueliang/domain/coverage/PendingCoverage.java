package city.xueliang.domain.coverage;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Differences that wait, by the minute from whose end on they count. Mutable. */
public final class PendingCoverage {
  private final TreeMap<Long, Coverage> byMinute = new TreeMap<>();

  /** Adds a difference to those of its minute, epoch milliseconds. */
  public void add(long minute, Coverage difference) {
    Coverage all = byMinute.computeIfAbsent(minute, any -> new Coverage());
    all.add(difference);
    if (all.isZero()) {
      byMinute.remove(minute);
    }
  }

  public boolean isEmpty() {
    return byMinute.isEmpty();
  }

  /** Start of the first minute of which a difference waits. */
  public long first() {
    return byMinute.firstKey();
  }

  /** Hands the differences of a minute and of those before it on, in their order. */
  public void takeUntil(long minute, BiConsumer<Long, Coverage> taker) {
    while (!byMinute.isEmpty() && byMinute.firstKey() <= minute) {
      Map.Entry<Long, Coverage> first = byMinute.pollFirstEntry();
      taker.accept(first.getKey(), first.getValue());
    }
  }

  /** 1 byte, and for each minute 8 and its coverage's. */
  public static final class Form implements BinaryForm<PendingCoverage> {
    private final Coverage.Form coverages = new Coverage.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(PendingCoverage pending, DataOutput out) throws IOException {
      Varints.write(pending.byMinute.size(), out);
      for (Map.Entry<Long, Coverage> minute : pending.byMinute.entrySet()) {
        out.writeLong(minute.getKey());
        coverages.write(minute.getValue(), out);
      }
    }

    @Override
    public PendingCoverage read(DataInput in, int version) throws IOException {
      PendingCoverage pending = new PendingCoverage();
      for (long left = Varints.read(in); left > 0; left--) {
        pending.byMinute.put(in.readLong(), coverages.read(in, version));
      }
      return pending;
    }

    @Override
    public PendingCoverage copy(PendingCoverage pending) {
      PendingCoverage copy = new PendingCoverage();
      pending.byMinute.forEach(copy::add);
      return copy;
    }
  }
}

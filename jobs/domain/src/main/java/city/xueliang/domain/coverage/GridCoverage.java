package city.xueliang.domain.coverage;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.tally.Minutes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.BiConsumer;

/**
 * The coverage of one grid as the places above it know it, and the changes that they were not told
 * of yet. Mutable.
 */
public final class GridCoverage {
  private final Coverage told;
  private final PendingCoverage pending;
  private long latest;

  public GridCoverage() {
    this(new Coverage(), new PendingCoverage(), Long.MIN_VALUE);
  }

  private GridCoverage(Coverage told, PendingCoverage pending, long latest) {
    this.told = told;
    this.pending = pending;
    this.latest = latest;
  }

  /** Takes in that a device of the grid is something else than before. */
  public void take(DeviceStatusChange change) {
    long minute = Minutes.startOf(change.at());
    pending.add(minute, change.difference());
    latest = Math.max(latest, minute);
  }

  /** Hands on what is to be told, minute by minute. */
  public void tell(BiConsumer<Long, Coverage> taker) {
    pending.takeUntil(
        Long.MAX_VALUE,
        (minute, difference) -> {
          told.add(difference);
          taker.accept(minute, difference);
        });
  }

  /** What the places above it know; not to be changed. */
  public Coverage told() {
    return told;
  }

  /** Start of the latest minute in which something changed, epoch milliseconds. */
  public long latest() {
    return latest;
  }

  /** Whether there is nothing to keep. */
  public boolean isOver() {
    return told.isZero() && pending.isEmpty();
  }

  /** 8 bytes and those of what it holds. */
  public static final class Form implements BinaryForm<GridCoverage> {
    private final Coverage.Form coverages = new Coverage.Form();
    private final PendingCoverage.Form pendings = new PendingCoverage.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(GridCoverage grid, DataOutput out) throws IOException {
      coverages.write(grid.told, out);
      pendings.write(grid.pending, out);
      out.writeLong(grid.latest);
    }

    @Override
    public GridCoverage read(DataInput in, int version) throws IOException {
      return new GridCoverage(
          coverages.read(in, version), pendings.read(in, version), in.readLong());
    }

    @Override
    public GridCoverage copy(GridCoverage grid) {
      return new GridCoverage(coverages.copy(grid.told), pendings.copy(grid.pending), grid.latest);
    }
  }
}

package city.xueliang.domain.response;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * What has to be known of an alert to tell what its next revision changed. Times are epoch
 * milliseconds of the desk's clock, 0 for not yet.
 *
 * @param isOpen whether it still wanted work, also while it was held back
 * @param standing where it counts as open; null while it does not
 * @param reopenings that were told
 * @param openedAt when seats were told of it last
 */
public record AlertMark(
    int revision,
    boolean isOpen,
    Standing standing,
    int escalations,
    int reopenings,
    long openedAt,
    long acknowledgedAt,
    long onSiteAt,
    long changedAt) {
  /** Of an alert of which nothing was heard. */
  public static final AlertMark NONE = new AlertMark(0, false, null, 0, 0, 0, 0, 0, 0);

  private static final long KEPT_MILLIS = Duration.ofDays(1).toMillis();

  /** Whether it ended so long ago that it is not kept any more. */
  public boolean isOver(long now) {
    return !isOpen && changedAt + KEPT_MILLIS <= now;
  }

  /** When it is over if nothing more comes. */
  public long overAt() {
    return changedAt + KEPT_MILLIS;
  }

  /** About 35 bytes, and 50 more while it stands somewhere. */
  public static final class Form implements BinaryForm<AlertMark> {
    private static final int OPEN = 1;
    private static final int STANDS = 2;

    private final Standing.Form standings = new Standing.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(AlertMark mark, DataOutput out) throws IOException {
      out.writeByte((mark.isOpen ? OPEN : 0) | (mark.standing != null ? STANDS : 0));
      if (mark.standing != null) {
        standings.write(mark.standing, out);
      }
      Varints.write(mark.revision, out);
      Varints.write(mark.escalations, out);
      Varints.write(mark.reopenings, out);
      Varints.write(mark.openedAt, out);
      Varints.write(mark.acknowledgedAt, out);
      Varints.write(mark.onSiteAt, out);
      Varints.write(mark.changedAt, out);
    }

    @Override
    public AlertMark read(DataInput in, int version) throws IOException {
      int flags = in.readByte();
      Standing standing = (flags & STANDS) != 0 ? standings.read(in, version) : null;
      return new AlertMark(
          (int) Varints.read(in),
          (flags & OPEN) != 0,
          standing,
          (int) Varints.read(in),
          (int) Varints.read(in),
          Varints.read(in),
          Varints.read(in),
          Varints.read(in),
          Varints.read(in));
    }

    @Override
    public AlertMark copy(AlertMark mark) {
      return mark;
    }
  }
}

package city.xueliang.domain.detector;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * From when to when a condition holds, both inclusive, epoch milliseconds; unless something further
 * comes, it is gone at its end.
 */
public record Episode(long since, long until) {

  /** Whether the two have a time in common. */
  public boolean meets(Episode other) {
    return since <= other.until && other.since <= until;
  }

  /** The same, lasting at least as long as the other. */
  public Episode lasting(Episode other) {
    return other.until <= until ? this : new Episode(since, other.until);
  }

  /** 16 bytes. */
  public static final class Form implements BinaryForm<Episode> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Episode episode, DataOutput out) throws IOException {
      out.writeLong(episode.since);
      out.writeLong(episode.until);
    }

    @Override
    public Episode read(DataInput in, int version) throws IOException {
      return new Episode(in.readLong(), in.readLong());
    }

    @Override
    public Episode copy(Episode episode) {
      return episode;
    }
  }
}

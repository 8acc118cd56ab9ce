package city.xueliang.domain.place;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which grids a zone held when.
 *
 * @param versions in the order of their beginnings; each ends where the next one begins
 */
public record ZoneVersions(List<Version> versions) {
  /** Of a zone of which nothing is known. */
  public static final ZoneVersions NONE = new ZoneVersions(List.of());

  /**
   * The grids from some time on.
   *
   * @param from epoch milliseconds; {@code Long.MIN_VALUE} for ever
   * @param grids none for a zone that was removed
   */
  public record Version(long from, List<String> grids) {
    public Version {
      grids = List.copyOf(grids);
    }
  }

  public ZoneVersions {
    versions = List.copyOf(versions);
  }

  /**
   * The versions when the zone holds these grids from then on, whatever was said of that time
   * before. The first version that is known is in force from ever.
   */
  public ZoneVersions with(Collection<String> grids, long from) {
    List<Version> next = new ArrayList<>(versions);
    while (!next.isEmpty() && last(next).from >= from) {
      next.remove(next.size() - 1);
    }
    List<String> sorted = grids.stream().sorted().distinct().toList();
    if (next.isEmpty()) {
      next.add(new Version(Long.MIN_VALUE, sorted));
    } else if (!last(next).grids.equals(sorted)) {
      next.add(new Version(from, sorted));
    }
    return new ZoneVersions(next);
  }

  /** Without those that ended by then. */
  public ZoneVersions since(long horizon) {
    int ended = 0;
    while (ended + 1 < versions.size() && endOf(ended) <= horizon) {
      ended++;
    }
    return ended == 0 ? this : new ZoneVersions(versions.subList(ended, versions.size()));
  }

  /** End of a version, exclusive; {@code Long.MAX_VALUE} for the one in force. */
  long endOf(int index) {
    return index + 1 < versions.size() ? versions.get(index + 1).from : Long.MAX_VALUE;
  }

  private static Version last(List<Version> versions) {
    return versions.get(versions.size() - 1);
  }

  /** 1 byte, 9 or more for each version and 17 for each of its grids. */
  public static final class Form implements BinaryForm<ZoneVersions> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(ZoneVersions zone, DataOutput out) throws IOException {
      Varints.write(zone.versions.size(), out);
      for (Version version : zone.versions) {
        out.writeLong(version.from);
        Varints.write(version.grids.size(), out);
        for (String grid : version.grids) {
          out.writeUTF(grid);
        }
      }
    }

    @Override
    public ZoneVersions read(DataInput in, int version) throws IOException {
      List<Version> versions = new ArrayList<>();
      for (long left = Varints.read(in); left > 0; left--) {
        long from = in.readLong();
        List<String> grids = new ArrayList<>();
        for (long more = Varints.read(in); more > 0; more--) {
          grids.add(in.readUTF());
        }
        versions.add(new Version(from, grids));
      }
      return new ZoneVersions(versions);
    }

    @Override
    public ZoneVersions copy(ZoneVersions zone) {
      return zone;
    }
  }
}

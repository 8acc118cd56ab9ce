package city.xueliang.domain.place;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * In which grids a device stood since when.
 *
 * @param placements in the order of their beginnings; each ends where the next one begins
 */
public record Placements(List<Placement> placements) {
  /** Of a device of which nothing is known. */
  public static final Placements NONE = new Placements(List.of());

  /**
   * The grid from some time on.
   *
   * @param from epoch milliseconds; {@code Long.MIN_VALUE} for ever
   */
  public record Placement(long from, String grid) {}

  public Placements {
    placements = List.copyOf(placements);
  }

  /** Of a device whose former grids are not known. */
  public static Placements of(Device device) {
    return new Placements(List.of(new Placement(device.since(), device.grid())));
  }

  /**
   * The placements once the registry has a new entry: it tells where the device stands from its
   * beginning on, whatever was said of that time before.
   *
   * @param publishedAt epoch milliseconds
   */
  public Placements with(Device device, long publishedAt) {
    if (placements.isEmpty()) {
      return of(device);
    }
    boolean isTold = device.since() != Device.SINCE_PUBLISHED;
    if (!isTold && newest().grid.equals(device.grid())) {
      return this;
    }
    long from = isTold ? device.since() : publishedAt;
    List<Placement> next = new ArrayList<>(placements);
    next.removeIf(placement -> placement.from >= from);
    // It came there later than was said before.
    if (next.size() > 1 && last(next).grid.equals(device.grid())) {
      next.remove(next.size() - 1);
    }
    if (next.isEmpty() || !last(next).grid.equals(device.grid())) {
      next.add(new Placement(from, device.grid()));
    }
    return new Placements(next);
  }

  /** Code of the grid in which the device stood; null before all that is known. */
  public String gridAt(long time) {
    for (int i = placements.size() - 1; i >= 0; i--) {
      if (time >= placements.get(i).from) {
        return placements.get(i).grid;
      }
    }
    return null;
  }

  /** Where the device stands. */
  public Placement newest() {
    return last(placements);
  }

  /** Whether the device moved. */
  public boolean hasFormer() {
    return placements.size() > 1;
  }

  /** Without those that ended by then. */
  public Placements since(long horizon) {
    int ended = 0;
    while (ended + 1 < placements.size() && placements.get(ended + 1).from <= horizon) {
      ended++;
    }
    return ended == 0 ? this : new Placements(placements.subList(ended, placements.size()));
  }

  private static Placement last(List<Placement> placements) {
    return placements.get(placements.size() - 1);
  }

  /** 1 byte and 25 for each grid. */
  public static final class Form implements BinaryForm<Placements> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Placements device, DataOutput out) throws IOException {
      Varints.write(device.placements.size(), out);
      for (Placement placement : device.placements) {
        out.writeLong(placement.from);
        out.writeUTF(placement.grid);
      }
    }

    @Override
    public Placements read(DataInput in, int version) throws IOException {
      List<Placement> placements = new ArrayList<>();
      for (long left = Varints.read(in); left > 0; left--) {
        placements.add(new Placement(in.readLong(), in.readUTF()));
      }
      return new Placements(placements);
    }

    @Override
    public Placements copy(Placements device) {
      return device;
    }
  }
}

package city.xueliang.domain.detector.together;

import city.xueliang.domain.detector.Sightings;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was seen in a city lately, and which clusters of it were told. Mutable. */
public final class TogetherState {
  static final long NONE = Long.MIN_VALUE;

  /** By code of the grid; none is empty. */
  final TreeMap<String, Sightings> byGrid = new TreeMap<>();

  /** Raised and not cleared, by when they began. */
  final List<Cluster> open = new ArrayList<>(0);

  /** Raised and cleared. */
  final List<Cluster> told = new ArrayList<>(0);

  /** Event time of the newest sighting; {@link #NONE} if there is none. */
  long newest = NONE;

  /** Event time that is over, as far as is known. */
  long reached = NONE;

  public boolean isEmpty() {
    return byGrid.isEmpty() && open.isEmpty() && told.isEmpty();
  }

  /** The last time that it knows of; it has to know one. */
  long last() {
    long last = newest;
    for (Cluster cluster : told) {
      last = Math.max(last, cluster.episode().until());
    }
    return last;
  }

  void forgetBefore(long time) {
    byGrid.values().forEach(sightings -> sightings.forgetBefore(time));
    byGrid.values().removeIf(Sightings::isEmpty);
    told.removeIf(cluster -> cluster.episode().until() < time);
  }

  /** 20 bytes, and the sightings and clusters. */
  public static final class Form implements BinaryForm<TogetherState> {
    private final Sightings.Form sightings = new Sightings.Form();
    private final Cluster.Form clusters = new Cluster.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(TogetherState state, DataOutput out) throws IOException {
      out.writeLong(state.newest);
      out.writeLong(state.reached);
      Varints.write(state.byGrid.size(), out);
      for (Map.Entry<String, Sightings> grid : state.byGrid.entrySet()) {
        out.writeUTF(grid.getKey());
        sightings.write(grid.getValue(), out);
      }
      write(state.open, out);
      write(state.told, out);
    }

    private void write(List<Cluster> all, DataOutput out) throws IOException {
      Varints.write(all.size(), out);
      for (Cluster cluster : all) {
        clusters.write(cluster, out);
      }
    }

    @Override
    public TogetherState read(DataInput in, int version) throws IOException {
      TogetherState state = new TogetherState();
      state.newest = in.readLong();
      state.reached = in.readLong();
      for (long left = Varints.read(in); left > 0; left--) {
        state.byGrid.put(in.readUTF(), sightings.read(in, version));
      }
      read(state.open, in, version);
      read(state.told, in, version);
      return state;
    }

    private void read(List<Cluster> all, DataInput in, int version) throws IOException {
      for (long left = Varints.read(in); left > 0; left--) {
        all.add(clusters.read(in, version));
      }
    }

    @Override
    public TogetherState copy(TogetherState state) {
      TogetherState copy = new TogetherState();
      copy.newest = state.newest;
      copy.reached = state.reached;
      state.byGrid.forEach((grid, all) -> copy.byGrid.put(grid, sightings.copy(all)));
      copy.open.addAll(state.open);
      copy.told.addAll(state.told);
      return copy;
    }
  }
}

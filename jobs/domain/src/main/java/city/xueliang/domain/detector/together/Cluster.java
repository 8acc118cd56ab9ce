package city.xueliang.domain.detector.together;

import city.xueliang.domain.detector.Episode;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One incident.
 *
 * @param place code of the grid under which it is told
 * @param grids codes of all in which it was seen, in their order; that one among them
 * @param devices that raised it
 * @param measures that raised it
 */
public record Cluster(
    String place, Episode episode, List<String> grids, int devices, int measures) {
  public Cluster {
    grids = List.copyOf(grids);
  }

  /** Whether it was seen in one of these grids. */
  boolean touches(Collection<String> any) {
    for (String grid : any) {
      if (Collections.binarySearch(grids, grid) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The same, seen in these grids too, and lasting at least as long as this episode. */
  Cluster joinedBy(Collection<String> more, Episode lasting) {
    if (grids.containsAll(more)) {
      return new Cluster(place, episode.lasting(lasting), grids, devices, measures);
    }
    Set<String> all = new TreeSet<>(grids);
    all.addAll(more);
    return new Cluster(place, episode.lasting(lasting), List.copyOf(all), devices, measures);
  }

  Cluster during(Episode other) {
    return new Cluster(place, other, grids, devices, measures);
  }

  /** 36 bytes, and 17 for each grid. */
  public static final class Form implements BinaryForm<Cluster> {
    private final Episode.Form episodes = new Episode.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Cluster cluster, DataOutput out) throws IOException {
      out.writeUTF(cluster.place);
      episodes.write(cluster.episode, out);
      Varints.write(cluster.grids.size(), out);
      for (String grid : cluster.grids) {
        out.writeUTF(grid);
      }
      Varints.write(cluster.devices, out);
      Varints.write(cluster.measures, out);
    }

    @Override
    public Cluster read(DataInput in, int version) throws IOException {
      String place = in.readUTF();
      Episode episode = episodes.read(in, version);
      List<String> grids = new ArrayList<>();
      for (long left = Varints.read(in); left > 0; left--) {
        grids.add(in.readUTF());
      }
      return new Cluster(place, episode, grids, (int) Varints.read(in), (int) Varints.read(in));
    }

    @Override
    public Cluster copy(Cluster cluster) {
      return cluster;
    }
  }
}

package city.xueliang.domain.detector;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Sightings, oldest first; those of one time as they came. Mutable. */
public final class Sightings {
  private final List<Sighting> all;

  public Sightings() {
    this(new ArrayList<>(1));
  }

  private Sightings(List<Sighting> all) {
    this.all = all;
  }

  public int size() {
    return all.size();
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public Sighting get(int index) {
    return all.get(index);
  }

  public long at(int index) {
    return all.get(index).occurredAt();
  }

  /** From one index, inclusive, to another, exclusive; valid until something changes. */
  public List<Sighting> range(int from, int to) {
    return all.subList(from, to);
  }

  /** The newest; there has to be one. */
  public Sighting newest() {
    return all.get(all.size() - 1);
  }

  /** Index of the first one at this time or after it; the size if there is none. */
  public int firstFrom(long time) {
    int from = 0;
    int to = all.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (at(middle) < time) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Adds one, and gives back its index. */
  public int add(Sighting sighting) {
    int index =
        all.isEmpty() || newest().occurredAt() <= sighting.occurredAt()
            ? all.size()
            : firstFrom(sighting.occurredAt() + 1);
    all.add(index, sighting);
    return index;
  }

  public void forgetBefore(long time) {
    if (!all.isEmpty() && at(0) < time) {
      all.subList(0, firstFrom(time)).clear();
    }
  }

  public void keep(Predicate<Sighting> which) {
    all.removeIf(which.negate());
  }

  /**
   * Drops one if there are as many as may be kept: the oldest of the crowd that is the largest.
   *
   * @param crowd tells sightings apart that can stand in for each other
   */
  public void makeRoom(int most, Function<Sighting, ?> crowd) {
    if (all.size() < most) {
      return;
    }
    Map<Object, Integer> sizes = new HashMap<>();
    all.forEach(sighting -> sizes.merge(crowd.apply(sighting), 1, Integer::sum));
    int oldest = 0;
    for (int i = 1; i < all.size(); i++) {
      if (sizes.get(crowd.apply(all.get(i))) > sizes.get(crowd.apply(all.get(oldest)))) {
        oldest = i;
      }
    }
    all.remove(oldest);
  }

  /** Evidence of the newest of these, which come oldest first. */
  public static List<Evidence> evidence(List<Sighting> sightings) {
    return sightings
        .subList(Math.max(0, sightings.size() - Why.MOST_EVIDENCE), sightings.size())
        .stream()
        .map(Sighting::evidence)
        .toList();
  }

  /** About 13 bytes each, and the codes and ids that occur, once. */
  public static final class Form implements BinaryForm<Sightings> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Sightings sightings, DataOutput out) throws IOException {
      Map<String, Integer> names = namesOf(sightings.all);
      Varints.write(names.size(), out);
      for (String name : names.keySet()) {
        out.writeUTF(name);
      }
      Varints.write(sightings.all.size(), out);
      long before = 0;
      for (Sighting sighting : sightings.all) {
        Varints.write(names.get(sighting.grid()), out);
        Varints.write(names.get(sighting.deviceId()), out);
        out.writeByte(sighting.measure().code());
        out.writeDouble(sighting.value());
        Varints.writeSigned(sighting.occurredAt() - before, out);
        before = sighting.occurredAt();
      }
    }

    @Override
    public Sightings read(DataInput in, int version) throws IOException {
      String[] names = new String[(int) Varints.read(in)];
      for (int i = 0; i < names.length; i++) {
        names[i] = in.readUTF();
      }
      int size = (int) Varints.read(in);
      List<Sighting> all = new ArrayList<>(size);
      long before = 0;
      for (int i = 0; i < size; i++) {
        String grid = names[(int) Varints.read(in)];
        String deviceId = names[(int) Varints.read(in)];
        Measure measure = Measure.ofCode(in.readByte());
        double value = in.readDouble();
        before += Varints.readSigned(in);
        all.add(new Sighting(grid, deviceId, measure, value, before));
      }
      return new Sightings(all);
    }

    @Override
    public Sightings copy(Sightings sightings) {
      return new Sightings(new ArrayList<>(sightings.all));
    }

    private static Map<String, Integer> namesOf(Collection<Sighting> all) {
      Map<String, Integer> names = new LinkedHashMap<>();
      for (Sighting sighting : all) {
        names.putIfAbsent(sighting.grid(), names.size());
        names.putIfAbsent(sighting.deviceId(), names.size());
      }
      return names;
    }
  }
}

package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.state.Sequences;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The subjects for which the condition of one alert holds. Mutable. */
final class Holders {
  /** Before the codes of places, so that they differ from devices' ids. */
  private static final String PLACE = "@";

  private final Set<String> keys = new TreeSet<>();

  /** The most that there were at a time since there was none. */
  private int most;

  void add(Subject subject) {
    keys.add(key(subject));
    most = Math.max(most, keys.size());
  }

  void remove(Subject subject) {
    keys.remove(key(subject));
  }

  void clear() {
    keys.clear();
    most = 0;
  }

  boolean contains(Subject subject) {
    return keys.contains(key(subject));
  }

  boolean containsDevice(String id) {
    return keys.contains(id);
  }

  boolean containsAll(Holders others) {
    return keys.containsAll(others.keys);
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  int size() {
    return keys.size();
  }

  int most() {
    return most;
  }

  /** Ids of the devices among them, sorted. */
  List<String> devices() {
    return keys.stream().filter(key -> !key.startsWith(PLACE)).toList();
  }

  private static String key(Subject subject) {
    return subject.isDevice() ? subject.deviceId() : PLACE + subject.place();
  }

  void write(DataOutput out) throws IOException {
    Sequences.writeTexts(keys, out);
    Varints.write(most, out);
  }

  void read(DataInput in) throws IOException {
    keys.addAll(Sequences.readTexts(in));
    most = (int) Varints.read(in);
  }

  void copyFrom(Holders other) {
    keys.addAll(other.keys);
    most = other.most;
  }
}

package city.xueliang.domain.desk;

import city.xueliang.domain.state.Sequences;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;

/** The last actions that were done with one alert, so that none is done twice. Mutable. */
final class SeenActions {
  private static final int MOST = 16;

  private final ArrayDeque<String> ids = new ArrayDeque<>();

  boolean contains(String id) {
    return ids.contains(id);
  }

  void add(String id) {
    ids.add(id);
    if (ids.size() > MOST) {
      ids.remove();
    }
  }

  void write(DataOutput out) throws IOException {
    Sequences.writeTexts(ids, out);
  }

  void read(DataInput in) throws IOException {
    ids.addAll(Sequences.readTexts(in));
  }

  void copyFrom(SeenActions other) {
    ids.addAll(other.ids);
  }
}

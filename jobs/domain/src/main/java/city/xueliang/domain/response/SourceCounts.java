package city.xueliang.domain.response;

import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many alarms came from which source. Up to {@link #MOST} sources are counted exactly; beyond
 * that a new one takes the place, and the count, of the least (the space-saving algorithm), so that
 * the worst stay and none is counted too low. Mutable.
 */
final class SourceCounts {
  static final int MOST = 1_000;

  /** Most alarms first, equal ones by key. */
  private static final Comparator<Count> WORST_FIRST =
      Comparator.comparingLong(Count::alarms)
          .reversed()
          .thenComparing(count -> count.source().key());

  private final Map<String, Count> byKey = new TreeMap<>();

  /** A source and its alarms. */
  record Count(AlarmSource source, long alarms) {}

  void add(AlarmSource source) {
    Count known = byKey.get(source.key());
    long before = known == null ? 0 : known.alarms();
    if (known == null && byKey.size() == MOST) {
      Count least = byKey.values().stream().max(WORST_FIRST).orElseThrow();
      byKey.remove(least.source().key());
      before = least.alarms();
    }
    byKey.put(source.key(), new Count(source, before + 1));
  }

  /** The first so many, the worst first. */
  List<Count> worst(int most) {
    return byKey.values().stream().sorted(WORST_FIRST).limit(most).toList();
  }

  SourceCounts copy() {
    SourceCounts copy = new SourceCounts();
    copy.byKey.putAll(byKey);
    return copy;
  }

  /** 1 byte, and about 60 for each source. */
  void write(DataOutput out) throws IOException {
    Varints.write(byKey.size(), out);
    for (Count count : byKey.values()) {
      out.writeUTF(count.source().ruleId());
      out.writeUTF(count.source().scope());
      out.writeUTF(count.source().place());
      Varints.write(count.alarms(), out);
    }
  }

  static SourceCounts read(DataInput in) throws IOException {
    SourceCounts counts = new SourceCounts();
    for (long left = Varints.read(in); left > 0; left--) {
      AlarmSource source = new AlarmSource(in.readUTF(), in.readUTF(), in.readUTF());
      counts.byKey.put(source.key(), new Count(source, Varints.read(in)));
    }
    return counts;
  }
}

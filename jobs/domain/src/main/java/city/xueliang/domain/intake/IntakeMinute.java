package city.xueliang.domain.intake;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The counts of one topic and minute by reason, and which of them changed since they were last
 * sent. Mutable.
 */
public final class IntakeMinute {
  private final Map<String, IntakeCounts> byReason = new TreeMap<>();
  private final Set<String> changed = new TreeSet<>();

  public void add(String reason, IntakeCounts counts) {
    byReason.merge(reason, counts, IntakeCounts::plus);
    changed.add(reason);
  }

  public boolean hasChanged() {
    return !changed.isEmpty();
  }

  /**
   * The whole rows of the reasons that changed since the last call.
   *
   * @param start of this minute, epoch milliseconds
   */
  public List<IntakeRow> takeChanges(String topic, long start) {
    List<IntakeRow> rows = new ArrayList<>(changed.size());
    for (String reason : changed) {
      rows.add(new IntakeRow(topic, reason, start, byReason.get(reason)));
    }
    changed.clear();
    return rows;
  }

  /** 1 byte, then about 20 for each reason. */
  public static final class Form implements BinaryForm<IntakeMinute> {
    private final IntakeCounts.Form counts = new IntakeCounts.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(IntakeMinute minute, DataOutput out) throws IOException {
      out.writeByte(minute.byReason.size());
      for (Map.Entry<String, IntakeCounts> entry : minute.byReason.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeBoolean(minute.changed.contains(entry.getKey()));
        counts.write(entry.getValue(), out);
      }
    }

    @Override
    public IntakeMinute read(DataInput in, int version) throws IOException {
      IntakeMinute minute = new IntakeMinute();
      for (int left = in.readUnsignedByte(); left > 0; left--) {
        String reason = in.readUTF();
        if (in.readBoolean()) {
          minute.changed.add(reason);
        }
        minute.byReason.put(reason, counts.read(in, version));
      }
      return minute;
    }

    @Override
    public IntakeMinute copy(IntakeMinute minute) {
      IntakeMinute copy = new IntakeMinute();
      copy.byReason.putAll(minute.byReason);
      copy.changed.addAll(minute.changed);
      return copy;
    }
  }
}

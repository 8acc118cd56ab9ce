package city.xueliang.domain.observation;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The identities of the records that a device sent in some span of event time: exact, 16 bytes each
 * in an open-addressed table that is at most three quarters full. Mutable.
 */
public final class SeenRecords {
  /** Length of the spans of event time that are remembered together, and forgotten together. */
  public static final long SPAN_MILLIS = 600_000;

  private static final int LEAST_CAPACITY = 4;

  /** High and low half in turn; an identity of zero bits alone marks a free slot. */
  private long[] slots = new long[2 * LEAST_CAPACITY];

  private int size;
  private boolean zeroSeen;

  /** Start of the span in which a time lies, epoch milliseconds. */
  public static long spanOf(long epochMillis) {
    return Math.floorDiv(epochMillis, SPAN_MILLIS) * SPAN_MILLIS;
  }

  /** Remembers a record; whether it was not remembered before. */
  public boolean add(RecordId id) {
    return add(id.high(), id.low());
  }

  private boolean add(long high, long low) {
    if ((high | low) == 0) {
      boolean isNew = !zeroSeen;
      zeroSeen = true;
      return isNew;
    }
    int at = slotOf(high, low);
    if ((slots[at] | slots[at + 1]) != 0) {
      return false;
    }
    slots[at] = high;
    slots[at + 1] = low;
    size++;
    if (size * 8 > slots.length * 3) {
      grow();
    }
    return true;
  }

  /** The slot that holds these bits, or the free one where they belong. */
  private int slotOf(long high, long low) {
    int mask = slots.length / 2 - 1;
    long hash = (high * 0x9E3779B97F4A7C15L + low) * 0xC2B2AE3D27D4EB4FL;
    int slot = (int) (hash >>> 32) & mask;
    while ((slots[2 * slot] | slots[2 * slot + 1]) != 0
        && (slots[2 * slot] != high || slots[2 * slot + 1] != low)) {
      slot = (slot + 1) & mask;
    }
    return 2 * slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    for (int i = 0; i < old.length; i += 2) {
      if ((old[i] | old[i + 1]) != 0) {
        int at = slotOf(old[i], old[i + 1]);
        slots[at] = old[i];
        slots[at + 1] = old[i + 1];
      }
    }
  }

  /** 9 bytes and 16 for each identity; version 1 had marks of minutes, which are passed over. */
  public static final class Form implements BinaryForm<SeenRecords> {
    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(SeenRecords seen, DataOutput out) throws IOException {
      out.writeInt(seen.slots.length);
      out.writeInt(seen.size);
      out.writeBoolean(seen.zeroSeen);
      for (int i = 0; i < seen.slots.length; i += 2) {
        if ((seen.slots[i] | seen.slots[i + 1]) != 0) {
          out.writeLong(seen.slots[i]);
          out.writeLong(seen.slots[i + 1]);
        }
      }
    }

    @Override
    public SeenRecords read(DataInput in, int version) throws IOException {
      SeenRecords seen = new SeenRecords();
      seen.slots = new long[in.readInt()];
      int size = in.readInt();
      seen.zeroSeen = in.readBoolean();
      for (int marks = version >= 2 ? 0 : in.readByte(); marks > 0; marks--) {
        in.readInt();
      }
      for (int i = 0; i < size; i++) {
        seen.add(in.readLong(), in.readLong());
      }
      return seen;
    }

    @Override
    public SeenRecords copy(SeenRecords seen) {
      SeenRecords copy = new SeenRecords();
      copy.slots = seen.slots.clone();
      copy.size = seen.size;
      copy.zeroSeen = seen.zeroSeen;
      return copy;
    }
  }
}

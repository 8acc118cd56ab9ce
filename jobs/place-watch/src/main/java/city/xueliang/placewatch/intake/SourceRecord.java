package city.xueliang.placewatch.intake;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A record as it came.
 *
 * @param appendedAt to its topic, epoch milliseconds; -1 if the broker kept no such time
 * @param bytes its value; empty for a record without one
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on untouched, never compared.
public record SourceRecord(
    String topic, int partition, long offset, long appendedAt, byte[] bytes) {

  /** About 40 bytes and the record's own. */
  public static final class Form implements BinaryForm<SourceRecord> {
    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(SourceRecord source, DataOutput out) throws IOException {
      out.writeUTF(source.topic);
      out.writeInt(source.partition);
      out.writeLong(source.offset);
      out.writeLong(source.appendedAt);
      out.writeInt(source.bytes.length);
      out.write(source.bytes);
    }

    @Override
    public SourceRecord read(DataInput in, int version) throws IOException {
      String topic = in.readUTF();
      int partition = in.readInt();
      long offset = in.readLong();
      long appendedAt = version < 2 ? -1 : in.readLong();
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      return new SourceRecord(topic, partition, offset, appendedAt, bytes);
    }

    @Override
    public SourceRecord copy(SourceRecord source) {
      return source;
    }
  }
}

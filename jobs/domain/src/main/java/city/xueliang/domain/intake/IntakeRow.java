package city.xueliang.domain.intake;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Counts of one topic, minute and reason: all of them, or a part that is still to be merged. Over
 * the reasons of a minute, {@code read} adds up to the records that were appended in it.
 *
 * @param reason why the records were rejected; {@link #NONE} for those that were taken
 * @param minute start of the minute in which the records were appended to the topic, epoch
 *     milliseconds
 */
public record IntakeRow(String topic, String reason, long minute, IntakeCounts counts) {
  public static final String NONE = "NONE";

  /** About 45 bytes. */
  public static final class Form implements BinaryForm<IntakeRow> {
    private final IntakeCounts.Form counts = new IntakeCounts.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(IntakeRow row, DataOutput out) throws IOException {
      out.writeUTF(row.topic);
      out.writeUTF(row.reason);
      out.writeLong(row.minute);
      counts.write(row.counts, out);
    }

    @Override
    public IntakeRow read(DataInput in, int version) throws IOException {
      return new IntakeRow(in.readUTF(), in.readUTF(), in.readLong(), counts.read(in, version));
    }

    @Override
    public IntakeRow copy(IntakeRow row) {
      return row;
    }
  }
}

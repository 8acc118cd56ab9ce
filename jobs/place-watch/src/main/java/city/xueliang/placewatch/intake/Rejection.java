package city.xueliang.placewatch.intake;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.schemas.RejectReason;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A record that the job cannot take.
 *
 * @param detail what is wrong and what is allowed
 */
public record Rejection(SourceRecord source, RejectReason reason, String detail) {

  /** About 100 bytes and the record's own. */
  public static final class Form implements BinaryForm<Rejection> {
    private final SourceRecord.Form sources = new SourceRecord.Form();

    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(Rejection rejection, DataOutput out) throws IOException {
      sources.write(rejection.source, out);
      out.writeUTF(rejection.reason.name());
      out.writeUTF(rejection.detail);
    }

    @Override
    public Rejection read(DataInput in, int version) throws IOException {
      return new Rejection(
          sources.read(in, version), RejectReason.valueOf(in.readUTF()), in.readUTF());
    }

    @Override
    public Rejection copy(Rejection rejection) {
      return rejection;
    }
  }
}

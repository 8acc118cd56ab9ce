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
 * @param mistimedDevice the device, if the record is rejected because of its times alone; else null
 */
public record Rejection(
    SourceRecord source, RejectReason reason, String detail, String mistimedDevice) {

  /** Of a record whose times are not what is wrong with it. */
  public Rejection(SourceRecord source, RejectReason reason, String detail) {
    this(source, reason, detail, null);
  }

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
      out.writeBoolean(rejection.mistimedDevice != null);
      if (rejection.mistimedDevice != null) {
        out.writeUTF(rejection.mistimedDevice);
      }
    }

    @Override
    public Rejection read(DataInput in, int version) throws IOException {
      return new Rejection(
          sources.read(in, version),
          RejectReason.valueOf(in.readUTF()),
          in.readUTF(),
          version >= 2 && in.readBoolean() ? in.readUTF() : null);
    }

    @Override
    public Rejection copy(Rejection rejection) {
      return rejection;
    }
  }
}

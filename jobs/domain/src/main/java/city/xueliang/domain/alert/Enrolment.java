package city.xueliang.domain.alert;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * That a device is waited for from now on, or no more; with these a desk knows how many devices
 * hang on a segment or stand in a place.
 *
 * @param subject the device
 */
public record Enrolment(Subject subject, boolean isExpected) {

  /** About 75 bytes. */
  public static final class Form implements BinaryForm<Enrolment> {
    private final Subject.Form subjects = new Subject.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Enrolment enrolment, DataOutput out) throws IOException {
      subjects.write(enrolment.subject, out);
      out.writeBoolean(enrolment.isExpected);
    }

    @Override
    public Enrolment read(DataInput in, int version) throws IOException {
      return new Enrolment(subjects.read(in, version), in.readBoolean());
    }

    @Override
    public Enrolment copy(Enrolment enrolment) {
      return enrolment;
    }
  }
}

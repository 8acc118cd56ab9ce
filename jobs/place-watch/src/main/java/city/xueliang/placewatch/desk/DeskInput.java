package city.xueliang.placewatch.desk;

import city.xueliang.domain.alert.Enrolment;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.intake.TakenAction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What reaches the desk of a district; the other ones are null. */
public record DeskInput(Signal signal, Enrolment enrolment, TakenAction action) {
  public static final BinaryTypeInfo<DeskInput> TYPE =
      BinaryTypeInfo.of(DeskInput.class, new Form());

  public static DeskInput of(Signal signal) {
    return new DeskInput(signal, null, null);
  }

  public static DeskInput of(Enrolment enrolment) {
    return new DeskInput(null, enrolment, null);
  }

  public static DeskInput of(TakenAction action) {
    return new DeskInput(null, null, action);
  }

  /** Code of the district. */
  public String district() {
    if (signal != null) {
      return signal.subject().district();
    }
    return enrolment != null ? enrolment.subject().district() : action.district();
  }

  /** When it happened, epoch milliseconds; {@code Long.MIN_VALUE} where that does not matter. */
  long at() {
    if (signal != null) {
      return signal.occurredAt();
    }
    return action != null ? action.action().at() : Long.MIN_VALUE;
  }

  /** One byte more than what it holds. */
  public static final class Form implements BinaryForm<DeskInput> {
    private static final int SIGNAL = 0;
    private static final int ENROLMENT = 1;
    private static final int ACTION = 2;

    private final Signal.Form signals = new Signal.Form();
    private final Enrolment.Form enrolments = new Enrolment.Form();
    private final TakenAction.Form actions = new TakenAction.Form();

    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(DeskInput input, DataOutput out) throws IOException {
      if (input.signal != null) {
        out.writeByte(SIGNAL);
        signals.write(input.signal, out);
      } else if (input.enrolment != null) {
        out.writeByte(ENROLMENT);
        enrolments.write(input.enrolment, out);
      } else {
        out.writeByte(ACTION);
        actions.write(input.action, out);
      }
    }

    @Override
    public DeskInput read(DataInput in, int version) throws IOException {
      int kind = in.readByte();
      return switch (kind) {
        case SIGNAL -> of(signals.read(in, version));
        case ENROLMENT -> of(enrolments.read(in, version));
        case ACTION -> of(actions.read(in, version));
        default -> throw new IOException("No input of a desk has the kind " + kind);
      };
    }

    @Override
    public DeskInput copy(DeskInput input) {
      return input;
    }
  }
}

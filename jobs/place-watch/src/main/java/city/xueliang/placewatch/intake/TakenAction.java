package city.xueliang.placewatch.intake;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A seat's action that could be read; the desk may still refuse it.
 *
 * @param district code of the one that works the alert
 */
public record TakenAction(Action action, String district, SourceRecord source) {

  /** About 200 bytes and the record's own. */
  public static final class Form implements BinaryForm<TakenAction> {
    private final Action.Form actions = new Action.Form();
    private final SourceRecord.Form sources = new SourceRecord.Form();

    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(TakenAction taken, DataOutput out) throws IOException {
      actions.write(taken.action, out);
      out.writeUTF(taken.district);
      sources.write(taken.source, out);
    }

    @Override
    public TakenAction read(DataInput in, int version) throws IOException {
      return new TakenAction(actions.read(in, version), in.readUTF(), sources.read(in, version));
    }

    @Override
    public TakenAction copy(TakenAction taken) {
      return taken;
    }
  }
}

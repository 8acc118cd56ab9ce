package city.xueliang.placewatch.intake;

import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is in force under a key of the rules from now on, or that nothing is. */
public record RuleChange(RulebookChange what, Position position) {

  /** About 200 bytes. */
  public static final class Form implements BinaryForm<RuleChange> {
    private final RulebookChange.Form changes = new RulebookChange.Form();
    private final Position.Form positions = new Position.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(RuleChange change, DataOutput out) throws IOException {
      changes.write(change.what, out);
      positions.write(change.position, out);
    }

    @Override
    public RuleChange read(DataInput in, int version) throws IOException {
      return new RuleChange(changes.read(in, version), positions.read(in, version));
    }

    @Override
    public RuleChange copy(RuleChange change) {
      return change;
    }
  }
}

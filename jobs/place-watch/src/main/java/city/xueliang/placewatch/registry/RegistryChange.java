package city.xueliang.placewatch.registry;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.RuleChange;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A change of the places or of the rules, for those who judge by both; the other one is null. */
public record RegistryChange(PlaceChange place, RuleChange rule) {
  public static final BinaryTypeInfo<RegistryChange> TYPE =
      BinaryTypeInfo.of(RegistryChange.class, new Form());

  public static RegistryChange of(PlaceChange place) {
    return new RegistryChange(place, null);
  }

  public static RegistryChange of(RuleChange rule) {
    return new RegistryChange(null, rule);
  }

  /** One byte more than what it holds. */
  public static final class Form implements BinaryForm<RegistryChange> {
    private final PlaceChange.Form places = new PlaceChange.Form();
    private final RuleChange.Form rules = new RuleChange.Form();

    @Override
    public int version() {
      return 3;
    }

    @Override
    public void write(RegistryChange change, DataOutput out) throws IOException {
      out.writeBoolean(change.place != null);
      if (change.place != null) {
        places.write(change.place, out);
      } else {
        rules.write(change.rule, out);
      }
    }

    @Override
    public RegistryChange read(DataInput in, int version) throws IOException {
      return in.readBoolean() ? of(places.read(in, version)) : of(rules.read(in, version));
    }

    @Override
    public RegistryChange copy(RegistryChange change) {
      return change;
    }
  }
}

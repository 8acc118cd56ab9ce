package city.xueliang.placewatch.intake;

import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A feed's record that holds by itself; whether its device is known is judged later, for which the
 * record is kept as it came.
 */
public record Accepted(Observation observation, SourceRecord source) {

  /** About 105 bytes and the record's own. */
  public static final class Form implements BinaryForm<Accepted> {
    private final Observation.Form observations = new Observation.Form();
    private final SourceRecord.Form sources = new SourceRecord.Form();

    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(Accepted accepted, DataOutput out) throws IOException {
      observations.write(accepted.observation, out);
      sources.write(accepted.source, out);
    }

    @Override
    public Accepted read(DataInput in, int version) throws IOException {
      return new Accepted(observations.read(in, version), sources.read(in, version));
    }

    @Override
    public Accepted copy(Accepted accepted) {
      return accepted;
    }
  }
}

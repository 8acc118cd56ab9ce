package city.xueliang.domain.response;

import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One step in the life of an alert, told to one of its places.
 *
 * @param district under which the place's rows are filed: the city's for the city and for zones
 * @param at desk's clock, epoch milliseconds
 */
public record ResponseStep(
    String place, String district, String ruleId, Colour colour, long at, ResponseChange change) {

  /** About 80 bytes. */
  public static final class Form implements BinaryForm<ResponseStep> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(ResponseStep step, DataOutput out) throws IOException {
      out.writeUTF(step.place);
      out.writeUTF(step.district);
      out.writeUTF(step.ruleId);
      out.writeUTF(step.colour.name());
      out.writeLong(step.at);
      Varints.write(step.change.opened(), out);
      Varints.write(step.change.closed(), out);
      Varints.write(step.change.cleared(), out);
      Varints.write(step.change.falseAlarms(), out);
      Varints.write(step.change.escalated(), out);
      Varints.writeSigned(step.change.open(), out);
      out.writeDouble(step.change.ackSeconds());
      out.writeDouble(step.change.onSiteSeconds());
      out.writeDouble(step.change.closeSeconds());
    }

    @Override
    public ResponseStep read(DataInput in, int version) throws IOException {
      return new ResponseStep(
          in.readUTF(),
          in.readUTF(),
          in.readUTF(),
          Colour.valueOf(in.readUTF()),
          in.readLong(),
          new ResponseChange(
              (int) Varints.read(in),
              (int) Varints.read(in),
              (int) Varints.read(in),
              (int) Varints.read(in),
              (int) Varints.read(in),
              (int) Varints.readSigned(in),
              in.readDouble(),
              in.readDouble(),
              in.readDouble()));
    }

    @Override
    public ResponseStep copy(ResponseStep step) {
      return step;
    }
  }
}

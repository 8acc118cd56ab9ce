package city.xueliang.domain.response;

import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One step in the life of an alert, told to one of its seats.
 *
 * @param seat code of its place
 * @param at desk's clock, epoch milliseconds
 * @param alarm null unless the seat is told of the alert
 * @param open 1 if it is open at this seat now and was not, -1 the other way round
 * @param waiting 1 if it waits now for somebody to be on site, -1 if it does not any more
 * @param since when the wait began, epoch milliseconds; without meaning if that stays as it was
 */
public record SeatStep(String seat, long at, Alarm alarm, int open, int waiting, long since) {

  /**
   * That a seat is told.
   *
   * @param isAgain whether the condition came back
   */
  public record Alarm(Colour colour, AlarmSource source, boolean isAgain) {}

  /** About 25 bytes, and 70 more for an alarm. */
  public static final class Form implements BinaryForm<SeatStep> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(SeatStep step, DataOutput out) throws IOException {
      out.writeUTF(step.seat);
      out.writeLong(step.at);
      Varints.writeSigned(step.open, out);
      Varints.writeSigned(step.waiting, out);
      Varints.writeSigned(step.since, out);
      out.writeBoolean(step.alarm != null);
      if (step.alarm != null) {
        out.writeUTF(step.alarm.colour.name());
        out.writeUTF(step.alarm.source.ruleId());
        out.writeUTF(step.alarm.source.scope());
        out.writeUTF(step.alarm.source.place());
        out.writeBoolean(step.alarm.isAgain);
      }
    }

    @Override
    public SeatStep read(DataInput in, int version) throws IOException {
      String seat = in.readUTF();
      long at = in.readLong();
      int open = (int) Varints.readSigned(in);
      int waiting = (int) Varints.readSigned(in);
      long since = Varints.readSigned(in);
      Alarm alarm =
          in.readBoolean()
              ? new Alarm(
                  Colour.valueOf(in.readUTF()),
                  new AlarmSource(in.readUTF(), in.readUTF(), in.readUTF()),
                  in.readBoolean())
              : null;
      return new SeatStep(seat, at, alarm, open, waiting, since);
    }

    @Override
    public SeatStep copy(SeatStep step) {
      return step;
    }
  }
}

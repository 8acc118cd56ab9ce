package city.xueliang.domain.alert;

import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Names;
import city.xueliang.domain.state.Sequences;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The whole state of one alert after one change.
 *
 * @param id 32 hexadecimal digits: hash of rule, scope and first occurrence
 * @param revision counts its changes from 1
 * @param ruleVersion that raised it, or under which it came up last
 * @param conditionHolds also after it was closed
 * @param occurrences how often the condition came up since the first, 1 or more
 * @param reopenings how often it came back within the hold-off after it had ended
 * @param firstOccurredAt event time, epoch milliseconds
 * @param lastOccurredAt event time of the newest occurrence or of its end, epoch milliseconds
 * @param clearedAt event time at which the condition was gone, epoch milliseconds; 0 while it holds
 * @param devices ids of all for which the condition holds, sorted
 * @param inhibits ids of the alerts that it holds back, sorted
 * @param changedAt desk's clock, epoch milliseconds
 */
public record Alert(
    String id,
    int revision,
    String ruleId,
    int ruleVersion,
    Colour colour,
    Scope scope,
    AlertState state,
    boolean conditionHolds,
    int occurrences,
    int reopenings,
    long firstOccurredAt,
    long lastOccurredAt,
    long clearedAt,
    Why why,
    List<String> devices,
    Response response,
    Held held,
    List<String> inhibits,
    long changedAt) {

  public Alert {
    devices = List.copyOf(devices);
    inhibits = List.copyOf(inhibits);
  }

  /** To be changed into another one. */
  public AlertDraft draft() {
    return new AlertDraft(this);
  }

  /** Whether it still wants work. */
  public boolean isOpen() {
    return state.isOpen();
  }

  /** Whether it wants work now, and the seats know of it. */
  public boolean isSounding() {
    return isOpen() && !held.isHeld();
  }

  /** About 450 bytes for a device with one piece of evidence. */
  public static final class Form implements BinaryForm<Alert> {
    private final Scope.Form scopes = new Scope.Form();
    private final Why.Form whys = new Why.Form();
    private final Response.Form responses = new Response.Form();
    private final Held.Form helds = new Held.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Alert alert, DataOutput out) throws IOException {
      out.writeUTF(alert.id);
      Varints.write(alert.revision, out);
      out.writeUTF(alert.ruleId);
      out.writeInt(alert.ruleVersion);
      Names.write(alert.colour, out);
      scopes.write(alert.scope, out);
      Names.write(alert.state, out);
      out.writeBoolean(alert.conditionHolds);
      Varints.write(alert.occurrences, out);
      Varints.write(alert.reopenings, out);
      out.writeLong(alert.firstOccurredAt);
      out.writeLong(alert.lastOccurredAt);
      out.writeLong(alert.clearedAt);
      whys.write(alert.why, out);
      Sequences.writeTexts(alert.devices, out);
      responses.write(alert.response, out);
      helds.write(alert.held, out);
      Sequences.writeTexts(alert.inhibits, out);
      out.writeLong(alert.changedAt);
    }

    @Override
    public Alert read(DataInput in, int version) throws IOException {
      return new Alert(
          in.readUTF(),
          (int) Varints.read(in),
          in.readUTF(),
          in.readInt(),
          Names.read(Colour.class, in),
          scopes.read(in, version),
          Names.read(AlertState.class, in),
          in.readBoolean(),
          (int) Varints.read(in),
          (int) Varints.read(in),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          whys.read(in, version),
          Sequences.readTexts(in),
          responses.read(in, version),
          helds.read(in, version),
          Sequences.readTexts(in),
          in.readLong());
    }

    @Override
    public Alert copy(Alert alert) {
      return alert;
    }
  }
}

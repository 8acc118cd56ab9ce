package city.xueliang.domain.alert;

import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Names;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How an alert is worked. All times are of the desk's clock, epoch milliseconds; 0 for not yet.
 *
 * @param openedAt when the seats were told of it, again after it was held back or reopened
 * @param closeReason null until it is closed
 * @param seat that acted last; empty until one did
 * @param commandLevel that is told of it
 * @param escalations deadlines that were missed since it was opened
 * @param nextDeadlineAt at which it is taken a level up; 0 if none is left
 */
public record Response(
    long openedAt,
    long acknowledgedAt,
    long onSiteAt,
    long closedAt,
    CloseReason closeReason,
    String seat,
    CommandLevel commandLevel,
    int escalations,
    long nextDeadlineAt) {

  /** Nobody was told yet. */
  public static Response notYet(CommandLevel start) {
    return new Response(0, 0, 0, 0, null, "", start, 0, 0);
  }

  /** The seats are told now; with the deadlines anew. */
  public Response opened(long now, CommandLevel level) {
    return new Response(now, acknowledgedAt, onSiteAt, 0, null, seat, level, 0, 0);
  }

  /** A seat has seen it. */
  public Response acknowledged(String by, long now) {
    return new Response(
        openedAt, now, onSiteAt, 0, null, by, commandLevel, escalations, nextDeadlineAt);
  }

  /** Somebody is there, which acknowledges it as well. */
  public Response onSite(String by, long now) {
    long seen = acknowledgedAt == 0 ? now : acknowledgedAt;
    return new Response(openedAt, seen, now, 0, null, by, commandLevel, escalations, 0);
  }

  /** Nobody needs to work it any more. */
  public Response closed(String by, long now, CloseReason reason) {
    return new Response(
        openedAt, acknowledgedAt, onSiteAt, now, reason, by, commandLevel, escalations, 0);
  }

  /** A seat acted in a way that has no time of its own. */
  public Response touched(String by, CommandLevel level) {
    return new Response(
        openedAt,
        acknowledgedAt,
        onSiteAt,
        closedAt,
        closeReason,
        by,
        level,
        escalations,
        nextDeadlineAt);
  }

  /**
   * Deadlines were missed, or another one is next.
   *
   * @param nextAt 0 for none
   */
  public Response due(CommandLevel level, int missed, long nextAt) {
    return new Response(
        openedAt,
        acknowledgedAt,
        onSiteAt,
        closedAt,
        closeReason,
        seat,
        level,
        escalations + missed,
        nextAt);
  }

  /** About 20 bytes for one that nobody touched. */
  public static final class Form implements BinaryForm<Response> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Response response, DataOutput out) throws IOException {
      Varints.write(response.openedAt, out);
      Varints.write(response.acknowledgedAt, out);
      Varints.write(response.onSiteAt, out);
      Varints.write(response.closedAt, out);
      Names.write(response.closeReason, out);
      out.writeUTF(response.seat);
      Names.write(response.commandLevel, out);
      Varints.write(response.escalations, out);
      Varints.write(response.nextDeadlineAt, out);
    }

    @Override
    public Response read(DataInput in, int version) throws IOException {
      return new Response(
          Varints.read(in),
          Varints.read(in),
          Varints.read(in),
          Varints.read(in),
          Names.read(CloseReason.class, in),
          in.readUTF(),
          Names.read(CommandLevel.class, in),
          (int) Varints.read(in),
          Varints.read(in));
    }

    @Override
    public Response copy(Response response) {
      return response;
    }
  }
}

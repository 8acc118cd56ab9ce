package city.xueliang.console.act;

import city.xueliang.console.access.Permission;
import city.xueliang.console.access.Seat;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.audit.Attempt;
import city.xueliang.console.audit.Attempts;
import city.xueliang.console.audit.AuditLog;
import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.console.http.JsonBody;
import city.xueliang.console.http.Requests;
import city.xueliang.console.live.AlertAction;
import city.xueliang.console.live.AlertStep;
import city.xueliang.console.live.AllowedActions;
import city.xueliang.console.live.LiveAlert;
import city.xueliang.console.live.LiveCity;
import city.xueliang.console.send.TopicWriter;
import city.xueliang.schemas.Action;
import city.xueliang.schemas.ActionId;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AuditedAct;
import city.xueliang.schemas.DispatchAction;
import city.xueliang.schemas.ReasonCode;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts what seats do with alerts onto the topic of actions, from where the desk takes it. */
public final class ActionRoutes {
  private static final int ID_BYTES = 16;

  private final LiveCity city;
  private final TopicWriter writer;
  private final AuditLog audit;
  private final Clock clock;
  private final RandomGenerator ids;
  private final SingleObjectCodec<DispatchAction> codec =
      SingleObjectCodec.of(DispatchAction.class);

  /**
   * @param ids what the ids of actions are drawn from: nobody may foresee them
   */
  public ActionRoutes(
      LiveCity city, TopicWriter writer, AuditLog audit, Clock clock, RandomGenerator ids) {
    this.city = city;
    this.writer = writer;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  public void add(RoutesConfig routes) {
    routes.post("/api/alerts/{id}/actions", this::act);
  }

  private void act(Context request) {
    SeatView view = Requests.view(request);
    String id = request.pathParam("id");
    Attempts.mark(request, new Attempt(AuditedAct.UNKNOWN, null));
    JsonBody body = JsonBody.of(request);
    AlertAction action = body.choice("action", AlertAction.class);
    AuditedAct act = AuditedAct.valueOf(action.name());
    Attempts.mark(request, new Attempt(act, null));
    Requests.viewWith(Permission.ACT, request);
    ActionRequest asked = ActionRequest.of(action, body, clock.millis());
    LiveAlert alert =
        city.alert(id)
            .filter(found -> view.sees(found.alert().getPlace()))
            .orElseThrow(() -> new ApiException(Reason.NOT_FOUND, id));
    Attempts.mark(request, new Attempt(act, id));
    refuseOutside(alert.alert(), view.seat());
    refuseLate(asked, alert);

    byte[] actionId = new byte[ID_BYTES];
    ids.nextBytes(actionId);
    String said = HexFormat.of().formatHex(actionId);
    Attempt attempt = new Attempt(act, id).withActionId(said);
    Attempts.mark(request, attempt);
    audit.write(view.seat(), attempt);
    writer.write(record(asked, alert.alert(), view.seat().id(), new ActionId(actionId)));
    request.status(HttpStatus.ACCEPTED).json(Map.of("actionId", said));
  }

  /** As the desk would, but at once. */
  private static void refuseOutside(Alert alert, Seat seat) {
    if (!AllowedActions.isInJurisdiction(alert, seat)) {
      throw new ApiException(Reason.OUTSIDE_JURISDICTION, alert.getPlace(), seat.id());
    }
  }

  /** Of a revision that is not known here yet, the desk alone can judge. */
  private static void refuseLate(ActionRequest asked, LiveAlert known) {
    Alert alert = known.alert();
    if (asked.revision() > alert.getRevision()) {
      return;
    }
    if (asked.revision() < workedRevision(known)) {
      throw new ApiException(Reason.STALE_REVISION, Integer.toString(alert.getRevision()));
    }
    if (!asked.action().isAllowed(alert)) {
      throw new ApiException(Reason.NOT_NOW, asked.action().name(), alert.getState().name());
    }
  }

  /** The last revision that was not merely of counts; a colour alone leaves the work as it is. */
  private static int workedRevision(LiveAlert known) {
    return known.timeline().stream()
        .filter(step -> step.kind() != AlertStep.Kind.COLOUR_CHANGED)
        .mapToInt(AlertStep::revision)
        .max()
        .orElse(0);
  }

  private ProducerRecord<String, byte[]> record(
      ActionRequest asked, Alert alert, String seat, ActionId id) {
    DispatchAction action =
        DispatchAction.newBuilder()
            .setActionId(id)
            .setAlertId(alert.getAlertId())
            .setAction(Action.valueOf(asked.action().name()))
            .setSeat(seat)
            .setReasonCode(
                asked.reason() == null ? null : ReasonCode.valueOf(asked.reason().name()))
            .setAt(clock.instant())
            .setDistrict(alert.getDistrict())
            .setRevision(asked.revision())
            .setUntil(
                asked.until().isPresent() ? Instant.ofEpochMilli(asked.until().getAsLong()) : null)
            .build();
    byte[] value;
    synchronized (codec) {
      value = codec.encode(action);
    }
    return new ProducerRecord<>(Topics.DISPATCH_ACTIONS, alert.getAlertId(), value);
  }
}

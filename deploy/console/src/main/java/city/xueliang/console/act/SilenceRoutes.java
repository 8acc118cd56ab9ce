package city.xueliang.console.act;

import city.xueliang.console.access.Permission;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.audit.Attempt;
import city.xueliang.console.audit.Attempts;
import city.xueliang.console.audit.AuditLog;
import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.console.http.Excerpt;
import city.xueliang.console.http.JsonBody;
import city.xueliang.console.http.Requests;
import city.xueliang.console.live.LiveCity;
import city.xueliang.console.send.TopicWriter;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.rule.Silence;
import city.xueliang.rulebook.RulebookRecords;
import city.xueliang.schemas.AuditedAct;
import city.xueliang.schemas.Topics;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Lays silences down on the topic of rules, and ends them there. */
public final class SilenceRoutes {
  private static final String SEAT_HEADER = "seat";
  private static final long SHORTEST_MILLIS = 1_000;
  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final LiveCity city;
  private final TopicWriter writer;
  private final AuditLog audit;
  private final Clock clock;
  private final RulebookRecords records = new RulebookRecords();

  /** Two silences of one moment must not have the same id. */
  private final AtomicLong lastIdAt = new AtomicLong();

  public SilenceRoutes(LiveCity city, TopicWriter writer, AuditLog audit, Clock clock) {
    this.city = city;
    this.writer = writer;
    this.audit = audit;
    this.clock = clock;
  }

  public void add(RoutesConfig routes) {
    routes.post("/api/silences", this::lay);
    routes.post("/api/silences/{id}/end", this::end);
  }

  private void lay(Context request) {
    Attempts.mark(request, new Attempt(AuditedAct.SILENCE, null));
    SeatView view = Requests.viewWith(Permission.SILENCE, request);
    SilenceRequest asked = SilenceRequest.of(JsonBody.of(request), clock.millis());
    asked.places().stream()
        .filter(place -> city.places().find(place).isEmpty() || !view.sees(place))
        .findFirst()
        .ifPresent(
            place -> {
              throw new ApiException(Reason.NOT_FOUND, Excerpt.of(place));
            });
    asked.rules().stream()
        .filter(rule -> !isRuleFor(view, rule))
        .findFirst()
        .ifPresent(
            rule -> {
              throw new ApiException(Reason.NOT_FOUND, Excerpt.of(rule));
            });
    String seat = view.seat().id();
    Silence silence = asked.silence(nextId(seat), seat);
    Attempt attempt = new Attempt(AuditedAct.SILENCE, silence.id());
    Attempts.mark(request, attempt);
    audit.write(view.seat(), attempt);
    write(RulebookChange.of(silence), seat);
    request.status(HttpStatus.ACCEPTED).json(Map.of("silenceId", silence.id()));
  }

  private void end(Context request) {
    Attempts.mark(request, new Attempt(AuditedAct.END_SILENCE, null));
    SeatView view = Requests.viewWith(Permission.SILENCE, request);
    String id = request.pathParam("id");
    Silence known =
        city.rulebook()
            .find(RulebookChange.silenceKey(id))
            .map(laid -> laid.change().silence())
            .filter(silence -> sees(view, silence))
            .orElseThrow(() -> new ApiException(Reason.NOT_FOUND, Excerpt.of(id)));
    Attempt attempt = new Attempt(AuditedAct.END_SILENCE, id);
    Attempts.mark(request, attempt);
    RulebookChange change = ended(known, view.seat().id());
    audit.write(view.seat(), attempt);
    write(change, view.seat().id());
    request.status(HttpStatus.ACCEPTED);
  }

  /** One that has not begun is taken away: it cannot end before it begins. */
  private RulebookChange ended(Silence silence, String seat) {
    long now = clock.millis();
    if (silence.to() <= now) {
      throw new ApiException(Reason.NOT_NOW, AuditedAct.END_SILENCE.name(), "PAST");
    }
    if (silence.from() >= now) {
      return RulebookChange.removal(RulebookChange.silenceKey(silence.id()));
    }
    return RulebookChange.of(
        new Silence(
            silence.id(),
            silence.kind(),
            silence.places(),
            silence.rules(),
            silence.from(),
            Math.max(now, silence.from() + SHORTEST_MILLIS),
            seat));
  }

  private void write(RulebookChange change, String seat) {
    byte[] value;
    synchronized (records) {
      value = records.encode(change);
    }
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.RULES, change.key(), value);
    record.headers().add(SEAT_HEADER, seat.getBytes(StandardCharsets.UTF_8));
    writer.write(record);
  }

  private boolean isRuleFor(SeatView view, String ruleId) {
    return city.rulebook()
        .find(ruleId)
        .map(laid -> laid.change().rule())
        .filter(rule -> view.partOf(rule.places()).isPresent())
        .isPresent();
  }

  /** One without places is about the whole city. */
  private boolean sees(SeatView view, Silence silence) {
    return silence.places().isEmpty()
        ? city.places().city().filter(place -> view.sees(place.code())).isPresent()
        : silence.places().stream().allMatch(view::sees);
  }

  private String nextId(String seat) {
    long at = lastIdAt.updateAndGet(last -> Math.max(last + 1, clock.millis()));
    return "s-" + seat + "-" + ID_TIME.format(Instant.ofEpochMilli(at));
  }
}

package city.xueliang.console.audit;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.console.http.Requests;
import city.xueliang.schemas.AuditOutcome;
import city.xueliang.schemas.AuditedAct;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** Sees to it that what was attempted and refused is recorded as well. */
public final class Attempts {
  private static final String ATTEMPT = "attempt";

  private final AuditLog audit;

  public Attempts(AuditLog audit) {
    this.audit = audit;
  }

  /** Notes what a request wants, as far as that is known by now. */
  public static void mark(Context request, Attempt attempt) {
    request.attribute(ATTEMPT, attempt);
  }

  public void add(RoutesConfig routes) {
    routes.before("/api/history.csv", Attempts::markExport);
    routes.before("/api/history.xlsx", Attempts::markExport);
    routes.after(this::recordRefusal);
  }

  private static void markExport(Context request) {
    mark(request, new Attempt(AuditedAct.EXPORT, null));
  }

  /** Whoever asks too often would fill the topic with it. */
  private void recordRefusal(Context request) {
    Attempt attempt = request.attribute(ATTEMPT);
    Optional<Reason> refusal = Requests.refusal(request);
    if (attempt != null && refusal.isPresent() && refusal.get() != Reason.TOO_MANY) {
      audit.send(
          Requests.seenBy(request).map(SeatView::seat).orElse(null),
          attempt,
          outcome(refusal.get()));
    }
  }

  /** What a seat may not do is forbidden to it, be it for its role or for its place. */
  private static AuditOutcome outcome(Reason refusal) {
    return refusal == Reason.OUTSIDE_JURISDICTION
        ? AuditOutcome.FORBIDDEN
        : AuditOutcome.valueOf(refusal.name());
  }
}

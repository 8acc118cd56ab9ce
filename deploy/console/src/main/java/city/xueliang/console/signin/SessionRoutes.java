package city.xueliang.console.signin;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.Requests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a page as whom it is there. */
final class SessionRoutes {
  private final ZoneId timeZone;
  private final boolean isDemo;
  private final Clock clock;

  SessionRoutes(ZoneId timeZone, boolean isDemo, Clock clock) {
    this.timeZone = timeZone;
    this.isDemo = isDemo;
    this.clock = clock;
  }

  void add(RoutesConfig routes) {
    routes.get("/api/session", this::session);
  }

  private void session(Context request) {
    SeatView view = Requests.view(request);
    Map<String, Object> session = new LinkedHashMap<>();
    session.put("seat", view.seat().id());
    session.put("role", view.seat().role());
    session.put("permissions", view.seat().role().permissions().stream().sorted().toList());
    session.put("roots", view.roots());
    session.put("timeZone", timeZone.getId());
    session.put("demo", isDemo);
    session.put("at", clock.millis());
    request.json(session);
  }
}

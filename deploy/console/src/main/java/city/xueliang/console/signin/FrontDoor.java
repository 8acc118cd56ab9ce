package city.xueliang.console.signin;

import city.xueliang.console.audit.Attempts;
import city.xueliang.console.audit.AuditLog;
import city.xueliang.console.city.CityPlaces;
import city.xueliang.console.http.ErrorAnswers;
import city.xueliang.console.http.SecurityHeaders;
import city.xueliang.console.limit.LimitChecks;
import city.xueliang.console.limit.Limits;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What every request passes before it gets to a route: where it comes from, which seat sends it,
 * and whether it asks too often; and how it is answered if it does not get there.
 */
public final class FrontDoor implements AutoCloseable {
  private static final long MOST_BODY_BYTES = 1 << 16;

  private final AccessSettings settings;
  private final Optional<OidcAccess> oidc;
  private final LimitChecks limits;
  private final Clock clock;

  public FrontDoor(AccessSettings settings, Limits limits, Clock clock) {
    this.settings = settings;
    this.oidc = settings.oidc().map(issuer -> OidcAccess.of(issuer, clock));
    this.limits = new LimitChecks(limits, System::nanoTime);
    this.clock = clock;
  }

  /**
   * Where the server listens.
   *
   * @param port 0 takes a free one
   */
  public void listen(JavalinConfig config, String bind, int port) {
    config.http.maxRequestSize = MOST_BODY_BYTES;
    config.jetty.host = bind;
    config.jetty.port = port;
    settings.tls().ifPresent(tls -> TlsConnector.add(config, tls, bind, port));
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
  }

  /**
   * Guards the routes; to be called before any is added.
   *
   * @param bind address that the server listens on
   * @param places as they are at each moment
   */
  public void guard(
      RoutesConfig routes,
      String bind,
      Supplier<CityPlaces> places,
      ZoneId timeZone,
      AuditLog audit) {
    Origins origins = new Origins(settings, Loopback.is(bind));
    ErrorAnswers.add(routes);
    SecurityHeaders.add(routes, settings.isHttps());
    new Attempts(audit).add(routes);
    new Access(places, oidc, origins, limits, clock).add(routes);
    limits.add(routes);
    new SignInRoutes(oidc, origins, limits, audit).add(routes);
    new SessionRoutes(timeZone, oidc.isEmpty(), clock).add(routes);
  }

  @Override
  public void close() {
    oidc.ifPresent(access -> access.sessions().close());
  }
}

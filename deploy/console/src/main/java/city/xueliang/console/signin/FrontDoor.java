package city.xueliang.console.signin;

import city.xueliang.console.audit.Attempts;
import city.xueliang.console.audit.AuditLog;
import city.xueliang.console.http.ErrorAnswers;
import city.xueliang.console.http.SecurityHeaders;
import city.xueliang.console.limit.LimitChecks;
import city.xueliang.console.live.CityPlaces;
import io.javalin.config.JavalinConfig;
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

  private final Optional<OidcAccess> oidc;

  private FrontDoor(Optional<OidcAccess> oidc) {
    this.oidc = oidc;
  }

  /**
   * Sets a server up; to be called before any route is added.
   *
   * @param places as they are at each moment
   */
  public static FrontDoor open(
      JavalinConfig config,
      AccessSettings settings,
      boolean isLoopback,
      LimitChecks limits,
      Supplier<CityPlaces> places,
      ZoneId timeZone,
      AuditLog audit,
      Clock clock) {
    config.http.maxRequestSize = MOST_BODY_BYTES;
    Optional<OidcAccess> oidc = settings.oidc().map(issuer -> OidcAccess.of(issuer, clock));
    Origins origins = new Origins(settings, isLoopback);
    ErrorAnswers.add(config.routes);
    SecurityHeaders.add(config.routes, settings.isHttps());
    new Access(places, oidc, origins, limits, clock).add(config.routes);
    limits.add(config.routes);
    new Attempts(audit).add(config.routes);
    new SignInRoutes(oidc, origins, limits, audit).add(config.routes);
    new SessionRoutes(timeZone, oidc.isEmpty(), clock).add(config.routes);
    return new FrontDoor(oidc);
  }

  @Override
  public void close() {
    oidc.ifPresent(access -> access.sessions().close());
  }
}

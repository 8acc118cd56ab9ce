package city.xueliang.console.signin;

import city.xueliang.console.access.Role;
import city.xueliang.console.access.Seat;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.city.CityPlaces;
import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.console.http.Requests;
import city.xueliang.console.limit.LimitChecks;
import city.xueliang.domain.place.Place;
import com.nimbusds.jwt.JWTClaimsSet;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the seat that sends a request, and lets nobody in who is none. */
final class Access {
  static final String COOKIE = "xueliang_session";

  private static final Logger LOG = LoggerFactory.getLogger(Access.class);
  private static final String BEARER = "Bearer ";
  private static final String DEMO = "-demo-01";
  private static final String READY = "/ready";
  private static final String DOCUMENT = "/api/openapi.yaml";

  private final Supplier<CityPlaces> places;
  private final Optional<OidcAccess> oidc;
  private final Origins origins;
  private final LimitChecks limits;
  private final Clock clock;

  /**
   * @param oidc empty for the demo seat
   */
  Access(
      Supplier<CityPlaces> places,
      Optional<OidcAccess> oidc,
      Origins origins,
      LimitChecks limits,
      Clock clock) {
    this.places = places;
    this.oidc = oidc;
    this.origins = origins;
    this.limits = limits;
    this.clock = clock;
  }

  void add(RoutesConfig routes) {
    routes.before(this::checkOrigin);
    routes.before("/api/*", this::admit);
    routes.before("/auth/sign-out", this::admit);
  }

  private void checkOrigin(Context request) {
    // Who looks whether the server lives knows neither its name nor its proxy.
    if (!request.path().equals(READY)) {
      origins.check(request);
      origins.checkChange(request);
    }
  }

  private void admit(Context request) {
    if (request.path().equals(DOCUMENT)) {
      return;
    }
    Admission admission = find(request).orElseThrow(() -> new ApiException(Reason.NOT_SIGNED_IN));
    Requests.put(request, new SeatView(admission.seat(), places.get()));
    Requests.putSignedIn(request, admission.isValid());
  }

  private Optional<Admission> find(Context request) {
    if (oidc.isEmpty()) {
      return Optional.of(new Admission(demoSeat(), () -> true));
    }
    String authorization = request.header(Header.AUTHORIZATION);
    if (authorization != null) {
      return authorization.startsWith(BEARER)
          ? Optional.of(bearer(oidc.get(), authorization.substring(BEARER.length()), request))
          : Optional.empty();
    }
    return Optional.ofNullable(request.cookie(COOKIE)).flatMap(oidc.get().sessions()::find);
  }

  private Admission bearer(OidcAccess access, String token, Context request) {
    try {
      JWTClaimsSet claims = access.issuer().check(token);
      Seat seat = access.claims().seat(claims);
      Instant end = claims.getExpirationTime().toInstant();
      return new Admission(seat, () -> clock.instant().isBefore(end));
    } catch (IssuerException e) {
      limits.countSignIn(origins.address(request));
      throw refusal(e);
    }
  }

  /** What a client is told; the reason is for the log. */
  static ApiException refusal(IssuerException failure) {
    LOG.warn("A token is not taken: {}", failure.getMessage());
    return failure.isFinal()
        ? new ApiException(Reason.NOT_SIGNED_IN)
        : new ApiException(Reason.UNAVAILABLE, "OIDC", "");
  }

  /** Everybody on this machine. */
  private Seat demoSeat() {
    String city =
        places
            .get()
            .city()
            .map(Place::code)
            .orElseThrow(() -> new ApiException(Reason.UNAVAILABLE, "Kafka", "places"));
    return new Seat(city + DEMO, Role.OPERATOR, Set.of(city));
  }
}

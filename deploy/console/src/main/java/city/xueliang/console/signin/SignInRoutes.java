package city.xueliang.console.signin;

import city.xueliang.console.access.Seat;
import city.xueliang.console.audit.Attempt;
import city.xueliang.console.audit.Attempts;
import city.xueliang.console.audit.AuditLog;
import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.console.http.Requests;
import city.xueliang.console.limit.LimitChecks;
import city.xueliang.schemas.AuditOutcome;
import city.xueliang.schemas.AuditedAct;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Optional;

/** Signs browsers in and out. */
final class SignInRoutes {
  private static final String CALLBACK = "/auth/callback";
  private static final String ATTEMPT_COOKIE = "xueliang_sign_in";
  private static final String ATTEMPT_PATH = "/auth";
  private static final int ATTEMPT_SECONDS = 600;
  private static final int UNTIL_THE_BROWSER_ENDS = -1;
  private static final int REMOVED = 0;

  private final Optional<OidcAccess> oidc;
  private final Origins origins;
  private final LimitChecks limits;
  private final AuditLog audit;

  /**
   * @param oidc empty for the demo seat, which is always signed in
   */
  SignInRoutes(Optional<OidcAccess> oidc, Origins origins, LimitChecks limits, AuditLog audit) {
    this.oidc = oidc;
    this.origins = origins;
    this.limits = limits;
    this.audit = audit;
  }

  void add(RoutesConfig routes) {
    routes.get("/auth/sign-in", this::begin);
    routes.get(CALLBACK, this::finish);
    routes.post("/auth/sign-out", this::end);
  }

  private void begin(Context request) {
    limits.countSignIn(origins.address(request));
    SignInAttempt attempt = SignInAttempt.begin(request.queryParam("return"));
    if (oidc.isEmpty()) {
      request.redirect(attempt.target(), HttpStatus.FOUND);
      return;
    }
    try {
      String address =
          oidc.get().issuer().signInAddress(attempt, origins.own(request) + CALLBACK).toString();
      putAttempt(request, attempt.toCookie(), ATTEMPT_SECONDS);
      request.redirect(address, HttpStatus.FOUND);
    } catch (IssuerException e) {
      throw Access.refusal(e);
    }
  }

  private void finish(Context request) {
    limits.countSignIn(origins.address(request));
    Attempts.mark(request, new Attempt(AuditedAct.SIGN_IN, null));
    OidcAccess access = oidc.orElseThrow(() -> new ApiException(Reason.NOT_FOUND, CALLBACK));
    Optional<SignInAttempt> attempt = SignInAttempt.ofCookie(request.cookie(ATTEMPT_COOKIE));
    putAttempt(request, "", REMOVED);
    String state = request.queryParam("state");
    String code = request.queryParam("code");
    if (attempt.isEmpty()
        || state == null
        || code == null
        || !Secrets.areEqual(state, attempt.get().state())) {
      throw new ApiException(Reason.NOT_SIGNED_IN);
    }
    try {
      Tokens tokens = access.issuer().redeem(code, attempt.get(), origins.own(request) + CALLBACK);
      Session session = access.sessions().open(tokens);
      audit.write(session.seat(), new Attempt(AuditedAct.SIGN_IN, null));
      Optional.ofNullable(request.cookie(Access.COOKIE)).ifPresent(access.sessions()::end);
      putSession(request, access.sessions().add(session), UNTIL_THE_BROWSER_ENDS);
      request.redirect(attempt.get().target(), HttpStatus.FOUND);
    } catch (IssuerException e) {
      throw Access.refusal(e);
    }
  }

  /** Goes through whether or not it can be recorded: nobody may be kept signed in. */
  private void end(Context request) {
    Seat seat = Requests.view(request).seat();
    if (oidc.isPresent() && request.cookie(Access.COOKIE) != null) {
      oidc.get().sessions().end(request.cookie(Access.COOKIE));
      putSession(request, "", REMOVED);
    }
    audit.send(seat, new Attempt(AuditedAct.SIGN_OUT, null), AuditOutcome.ACCEPTED);
    request.status(HttpStatus.NO_CONTENT);
  }

  private void putAttempt(Context request, String attempt, int seconds) {
    // The issuer's page leads back here: a stricter cookie would not come with it.
    put(request, ATTEMPT_COOKIE, attempt, ATTEMPT_PATH, seconds, SameSite.LAX);
  }

  private void putSession(Context request, String id, int seconds) {
    put(request, Access.COOKIE, id, "/", seconds, SameSite.STRICT);
  }

  private void put(
      Context request, String name, String value, String path, int seconds, SameSite sameSite) {
    request.cookie(new Cookie(name, value, path, seconds, origins.isHttps(), true, null, sameSite));
  }
}

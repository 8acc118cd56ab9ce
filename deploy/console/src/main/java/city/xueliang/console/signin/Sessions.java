package city.xueliang.console.signin;

import city.xueliang.console.access.Seat;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The browsers that are signed in, with their tokens, in memory alone. Their tokens are renewed for
 * as long as they are there, so that a wall stays signed in; a session whose tokens cannot be
 * renewed, or then vouch for another seat, ends. For several threads at a time.
 */
final class Sessions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
  private static final int MOST = 10_000;
  private static final int THREADS = 4;
  private static final long LOOK_EVERY_MILLIS = 500;

  private final OidcClient issuer;
  private final SeatClaims claims;
  private final Clock clock;
  private final Map<String, Session> byId =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
          if (size() > MOST) {
            eldest.getValue().end();
            return true;
          }
          return false;
        }
      };
  private final ScheduledThreadPoolExecutor renewing;

  /** Looks after them until it is closed. */
  Sessions(OidcClient issuer, SeatClaims claims, Clock clock) {
    this.issuer = issuer;
    this.claims = claims;
    this.clock = clock;
    this.renewing =
        new ScheduledThreadPoolExecutor(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "console-sessions");
              thread.setDaemon(true);
              return thread;
            });
    ScheduledFuture<?> unused =
        renewing.scheduleWithFixedDelay(
            this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The seat that tokens vouch for, before there is a session. */
  Session open(Tokens tokens) throws IssuerException {
    JWTClaimsSet checked = issuer.check(tokens.access());
    return new Session(
        claims.seat(checked), tokens, checked.getExpirationTime().toInstant(), clock.instant());
  }

  /** Id under which the browser comes back. */
  String add(Session session) {
    String id = Secrets.next();
    synchronized (byId) {
      byId.put(id, session);
    }
    return id;
  }

  /** The seat of a browser that is signed in. */
  Optional<Admission> find(String id) {
    Session session;
    synchronized (byId) {
      session = byId.get(id);
    }
    return session == null || !session.isValid(clock.instant())
        ? Optional.empty()
        : Optional.of(new Admission(session.seat(), () -> session.isValid(clock.instant())));
  }

  /** Ends it, if there is one. */
  void end(String id) {
    Session session;
    synchronized (byId) {
      session = byId.remove(id);
    }
    if (session != null) {
      session.end();
    }
  }

  @Override
  public void close() {
    renewing.shutdownNow();
  }

  private void look() {
    Instant now = clock.instant();
    List<Session> all;
    synchronized (byId) {
      byId.values().removeIf(session -> session.isOver(now));
      all = List.copyOf(byId.values());
    }
    for (Session session : all) {
      String token = session.dueRefreshToken(now);
      if (token != null) {
        renewing.execute(() -> renew(session, token));
      }
    }
  }

  private void renew(Session session, String token) {
    try {
      Tokens tokens = issuer.refresh(token);
      JWTClaimsSet checked = issuer.check(tokens.access());
      Seat seat = claims.seat(checked);
      if (seat.equals(session.seat())) {
        session.renew(tokens, checked.getExpirationTime().toInstant(), clock.instant());
      } else {
        LOG.info("The session of {} ends: its rights are others now", session.seat().id());
        session.end();
      }
    } catch (IssuerException e) {
      LOG.warn("The session of {} is not renewed: {}", session.seat().id(), e.getMessage());
      if (e.isFinal()) {
        session.end();
      }
    }
  }
}

package city.xueliang.console.signin;

import city.xueliang.console.access.Seat;
import java.time.Duration;
import java.time.Instant;

/** A browser that is signed in as a seat. For several threads at a time. */
final class Session {
  /** A page asks, or its stream is looked after, far more often. */
  private static final Duration MOST_IDLE = Duration.ofMinutes(30);

  /** Of a token that lasts long; one that lasts less is renewed at half its life. */
  private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(1);

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

  private final Seat seat;
  private Tokens tokens;
  private Instant expiresAt;
  private Instant renewAt;
  private Instant seenAt;
  private boolean hasEnded;

  Session(Seat seat, Tokens tokens, Instant expiresAt, Instant now) {
    this.seat = seat;
    this.seenAt = now;
    renew(tokens, expiresAt, now);
  }

  Seat seat() {
    return seat;
  }

  /** Goes on with new tokens. */
  synchronized void renew(Tokens next, Instant nextExpiresAt, Instant now) {
    tokens = next;
    expiresAt = nextExpiresAt;
    Duration half = Duration.between(now, nextExpiresAt).dividedBy(2);
    Instant before = nextExpiresAt.minus(RENEWED_BEFORE_END);
    Instant atHalf = now.plus(half);
    renewAt = before.isAfter(atHalf) ? before : atHalf;
  }

  /** Whether the browser is still signed in; asked only for one that is there. */
  synchronized boolean isValid(Instant now) {
    seenAt = now;
    return !isOver(now);
  }

  /** Whether it can be forgotten. */
  synchronized boolean isOver(Instant now) {
    return hasEnded || !now.isBefore(expiresAt) || seenAt.plus(MOST_IDLE).isBefore(now);
  }

  /** Token to renew it with, if that is due; null if it is not. Asked anew, it waits a while. */
  synchronized String dueRefreshToken(Instant now) {
    if (hasEnded || tokens.refresh() == null || now.isBefore(renewAt)) {
      return null;
    }
    renewAt = now.plus(BETWEEN_TRIES);
    return tokens.refresh();
  }

  synchronized void end() {
    hasEnded = true;
  }
}

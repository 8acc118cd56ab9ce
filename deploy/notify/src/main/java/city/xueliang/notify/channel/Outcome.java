package city.xueliang.notify.channel;

import city.xueliang.notify.config.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How an attempt went.
 *
 * @param reason the answer in short, for the log
 * @param retryAfter how long the receiver asked to be left alone
 */
public record Outcome(Verdict verdict, String reason, Optional<Duration> retryAfter) {
  private static final int LONGEST_REASON = 200;

  /** What is to be done with the message. */
  public enum Verdict {
    TAKEN,
    TRY_AGAIN,
    REFUSED
  }

  static Outcome taken(String reason) {
    return new Outcome(Verdict.TAKEN, reason, Optional.empty());
  }

  /** Nothing is known to be wrong with the message: it may be taken later. */
  public static Outcome tryAgain(String reason) {
    return new Outcome(Verdict.TRY_AGAIN, reason, Optional.empty());
  }

  /** The same message would be refused again. */
  public static Outcome refused(String reason) {
    return new Outcome(Verdict.REFUSED, reason, Optional.empty());
  }

  Outcome after(Optional<Duration> wait) {
    return new Outcome(verdict, reason, wait);
  }

  /** The same without secrets, control characters and long stories in the reason. */
  Outcome fitForLog(List<Secret> secrets) {
    String clean = reason;
    for (Secret secret : secrets) {
      clean = secret.maskIn(clean);
    }
    clean = clean.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (clean.length() > LONGEST_REASON) {
      clean = clean.substring(0, LONGEST_REASON) + "…";
    }
    return new Outcome(verdict, clean, retryAfter);
  }
}

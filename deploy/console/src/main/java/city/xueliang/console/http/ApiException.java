package city.xueliang.console.http;

import java.util.List;

/**
 * A request that is not done, and why. The reader's language is put to it when it is answered: its
 * text is {@code error.<code>} of this package's resource file.
 */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final List<String> arguments;

  /** What a client can tell apart. */
  public enum Reason {
    /** A parameter or field is wrong: its name, its value, what is allowed. */
    BAD_PARAMETER(400),
    /** Nobody is signed in. */
    NOT_SIGNED_IN(401),
    /** The seat's role does not allow it: the permission that is missing. */
    FORBIDDEN(403),
    /** The desk takes no action of this seat on the alert: the alert's place, the seat. */
    OUTSIDE_JURISDICTION(403),
    /** It comes from a page of another origin, or under a name that is not this server's. */
    WRONG_ORIGIN(403),
    /** There is no such thing, or the seat does not see it: what was asked for. */
    NOT_FOUND(404),
    /** The alert has changed since: its revision now. */
    STALE_REVISION(409),
    /** The state of the alert does not allow the action: action, state. */
    NOT_NOW(409),
    /** Too many requests: seconds to wait. */
    TOO_MANY(429),
    /** The store or the broker does not answer: which, and its words. */
    UNAVAILABLE(503),
    /** Something that should not happen: the id under which it is in the log. */
    FAILED(500);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  public ApiException(Reason reason, String... arguments) {
    super(reason + " " + String.join(", ", arguments));
    this.reason = reason;
    this.arguments = List.of(arguments);
  }

  public Reason reason() {
    return reason;
  }

  public List<String> arguments() {
    return arguments;
  }
}

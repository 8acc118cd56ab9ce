package city.xueliang.console.signin;

/** The issuer did not do its part, or vouches for nothing that could be used. */
final class IssuerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean isFinal;

  private IssuerException(String message, boolean isFinal, Throwable cause) {
    super(message, cause);
    this.isFinal = isFinal;
  }

  /** It said no: asking again is of no use. */
  static IssuerException refused(String message) {
    return new IssuerException(message, true, null);
  }

  /** It said nothing that could be understood. */
  static IssuerException unreachable(String message, Throwable cause) {
    return new IssuerException(message, false, cause);
  }

  boolean isFinal() {
    return isFinal;
  }
}

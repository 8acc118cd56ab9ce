package city.xueliang.store.reading;

/**
 * The store did not answer, or not with what was asked for. The message has its address and its
 * words, never a token.
 */
public final class StoreReadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreReadException(String url, String reason) {
    super(message(url, reason));
  }

  StoreReadException(String url, String reason, Throwable cause) {
    super(message(url, reason), cause);
  }

  private static String message(String url, String reason) {
    return "The store at %s %s".formatted(url, reason);
  }
}

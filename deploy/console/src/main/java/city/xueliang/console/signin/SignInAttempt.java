package city.xueliang.console.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sign-in that is under way. Only the browser that began it keeps it, and so only that one can
 * end it.
 *
 * @param state that the issuer sends back
 * @param nonce that the ID token repeats
 * @param verifier of PKCE
 * @param target path of the page to come back to
 */
record SignInAttempt(String state, String nonce, String verifier, String target) {
  private static final String SECRET = "([A-Za-z0-9_-]{43})";
  private static final Pattern COOKIE =
      Pattern.compile(SECRET + "\\." + SECRET + "\\." + SECRET + "\\.([A-Za-z0-9_-]*)");

  /** A path of this server: what a browser could take for an address elsewhere is none. */
  private static final Pattern OWN_PATH =
      Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,2000}");

  /**
   * A new one.
   *
   * @param target null, and whatever is no path of this server, is the first page
   */
  static SignInAttempt begin(String target) {
    boolean isOwn = target != null && OWN_PATH.matcher(target).matches();
    return new SignInAttempt(Secrets.next(), Secrets.next(), Secrets.next(), isOwn ? target : "/");
  }

  /** The one that a browser brings back; empty if it brings none. */
  static Optional<SignInAttempt> ofCookie(String cookie) {
    Matcher parts = COOKIE.matcher(cookie == null ? "" : cookie);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String target =
        new String(Base64.getUrlDecoder().decode(parts.group(4)), StandardCharsets.UTF_8);
    return OWN_PATH.matcher(target).matches()
        ? Optional.of(new SignInAttempt(parts.group(1), parts.group(2), parts.group(3), target))
        : Optional.empty();
  }

  /** What the browser keeps. */
  String toCookie() {
    byte[] bytes = target.getBytes(StandardCharsets.UTF_8);
    return String.join(
        ".", state, nonce, verifier, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Holds secrets. */
  @Override
  public String toString() {
    return "sign-in to " + target;
  }
}

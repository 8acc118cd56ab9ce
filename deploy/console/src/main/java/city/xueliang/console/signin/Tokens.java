package city.xueliang.console.signin;

import java.util.Map;

/**
 * What the issuer hands out.
 *
 * @param access for a seat's requests
 * @param id who signed in; null when tokens are only renewed
 * @param refresh for the next ones; null if there are none
 */
record Tokens(String access, String id, String refresh) {
  /**
   * Reads an answer of the token endpoint.
   *
   * @param before refresh token that goes on if there is no new one
   */
  static Tokens of(Map<String, Object> answer, String before) throws IssuerException {
    if (answer.get("access_token") instanceof String access) {
      String refresh = text(answer, "refresh_token");
      return new Tokens(access, text(answer, "id_token"), refresh == null ? before : refresh);
    }
    throw IssuerException.unreachable("The issuer answers without an access token", null);
  }

  private static String text(Map<String, Object> answer, String name) {
    return answer.get(name) instanceof String text ? text : null;
  }

  /** Tokens are secrets. */
  @Override
  public String toString() {
    return "tokens";
  }
}

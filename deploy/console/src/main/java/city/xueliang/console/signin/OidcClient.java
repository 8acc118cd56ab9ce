package city.xueliang.console.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Signs browsers in at the issuer by the authorization code flow with PKCE (RFC 6749, RFC 7636,
 * OpenID Connect Core 1.0), and checks tokens. The issuer is asked when it is needed first, so that
 * the server starts without it. For several threads at a time.
 */
final class OidcClient {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final OidcSettings settings;
  private final Clock clock;
  private final HttpClient http = Issuer.client();
  private volatile Known known;

  /** What is known of the issuer once it answered. */
  private record Known(Issuer issuer, TokenCheck accessTokens, TokenCheck idTokens) {}

  OidcClient(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Where the browser is sent to sign in. */
  URI signInAddress(SignInAttempt attempt, String callback) throws IssuerException {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", settings.clientId());
    parameters.put("redirect_uri", callback);
    parameters.put("scope", String.join(" ", settings.scopes()));
    parameters.put("state", attempt.state());
    parameters.put("nonce", attempt.nonce());
    parameters.put("code_challenge", Secrets.hash(attempt.verifier()));
    parameters.put("code_challenge_method", "S256");
    URI address = known().issuer().authorization();
    String separator = address.getQuery() == null ? "?" : "&";
    return URI.create(address + separator + form(parameters));
  }

  /** What the issuer hands out for the code that it sent by the browser. */
  Tokens redeem(String code, SignInAttempt attempt, String callback) throws IssuerException {
    Tokens tokens =
        ask(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                callback,
                "code_verifier",
                attempt.verifier()),
            null);
    if (tokens.id() == null) {
      throw IssuerException.refused("The issuer answers without an ID token");
    }
    JWTClaimsSet claims = known().idTokens().check(tokens.id());
    if (!(claims.getClaim("nonce") instanceof String nonce)
        || !Secrets.areEqual(nonce, attempt.nonce())) {
      throw IssuerException.refused("The ID token is of another sign-in");
    }
    return tokens;
  }

  /** New tokens for old ones. */
  Tokens refresh(String refreshToken) throws IssuerException {
    return ask(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken), refreshToken);
  }

  /** The claims of an access token, if it is sound. */
  JWTClaimsSet check(String accessToken) throws IssuerException {
    return known().accessTokens().check(accessToken);
  }

  private Tokens ask(Map<String, String> grant, String refreshToken) throws IssuerException {
    Map<String, String> parameters = new LinkedHashMap<>(grant);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(known().issuer().token())
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json");
    Optional<String> secret = settings.clientSecret().map(Supplier::get);
    if (secret.isPresent()) {
      String credentials = encoded(settings.clientId()) + ":" + encoded(secret.get());
      byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    } else {
      parameters.put("client_id", settings.clientId());
    }
    return Tokens.of(
        Issuer.read(http, request.POST(BodyPublishers.ofString(form(parameters))).build()),
        refreshToken);
  }

  private Known known() throws IssuerException {
    Known found = known;
    if (found == null) {
      Issuer issuer = Issuer.discover(http, settings.issuer());
      TokenKeys keys = new TokenKeys(issuer.keys());
      String name = settings.issuer().toString();
      found =
          new Known(
              issuer,
              new TokenCheck(keys, name, settings.audience(), clock),
              new TokenCheck(keys, name, settings.clientId(), clock));
      known = found;
    }
    return found;
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

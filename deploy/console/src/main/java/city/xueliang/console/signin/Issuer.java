package city.xueliang.console.signin;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;

/** What the issuer says of itself in its discovery document (OpenID Connect Discovery 1.0). */
record Issuer(URI authorization, URI token, URI keys) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;

  /** A client that leads nowhere but where it was sent. */
  static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(Redirect.NEVER).build();
  }

  /** Asks for the document. */
  static Issuer discover(HttpClient client, URI issuer) throws IssuerException {
    String base = issuer.toString().replaceFirst("/$", "");
    URI address = URI.create(base + "/.well-known/openid-configuration");
    Map<String, Object> document =
        read(client, HttpRequest.newBuilder(address).timeout(PATIENCE).build());
    if (!issuer.toString().equals(document.get("issuer"))) {
      throw IssuerException.unreachable(
          "%s says that it is %s, not %s".formatted(address, document.get("issuer"), issuer), null);
    }
    return new Issuer(
        endpoint(document, "authorization_endpoint"),
        endpoint(document, "token_endpoint"),
        endpoint(document, "jwks_uri"));
  }

  /** The JSON object that is answered. */
  static Map<String, Object> read(HttpClient client, HttpRequest request) throws IssuerException {
    HttpResponse<String> answer;
    try {
      answer = client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw IssuerException.unreachable(request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw IssuerException.unreachable(request.uri() + ": interrupted", e);
    }
    try {
      Map<String, Object> body = JSONObjectUtils.parse(answer.body());
      if (answer.statusCode() == OK) {
        return body;
      }
      if (body.get("error") instanceof String error) {
        throw IssuerException.refused(request.uri() + ": " + error);
      }
    } catch (ParseException e) {
      if (answer.statusCode() == OK) {
        throw IssuerException.unreachable(request.uri() + " answers with no JSON object", e);
      }
    }
    throw IssuerException.unreachable(
        request.uri() + " answers with status " + answer.statusCode(), null);
  }

  /** Only this machine may be asked without encryption. */
  static boolean isSafe(URI address) {
    String host = String.valueOf(address.getHost());
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme()) && Loopback.is(host));
  }

  private static URI endpoint(Map<String, Object> document, String name) throws IssuerException {
    try {
      URI address = new URI(String.valueOf(document.get(name)));
      if (isSafe(address)) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw IssuerException.unreachable("The issuer's " + name + " is no address", e);
    }
    throw IssuerException.unreachable(
        "The issuer's %s is %s, where https://… is needed".formatted(name, document.get(name)),
        null);
  }
}

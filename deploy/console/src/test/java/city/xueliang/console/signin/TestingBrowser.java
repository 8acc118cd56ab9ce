package city.xueliang.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;

/** Signs in as a browser does, each step seen. */
final class TestingBrowser {
  static final String ATTEMPT = "xueliang_sign_in";
  static final String SESSION = "xueliang_session";

  private final HttpClient client;

  TestingBrowser(HttpClient client) {
    this.client = client;
  }

  HttpResponse<String> get(URI address, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** What it does after the server sent it to the issuer. */
  HttpResponse<String> finish(HttpResponse<String> begun) {
    URI callback = location(get(location(begun)));
    return get(callback, "Cookie", cookie(begun, ATTEMPT));
  }

  /** Signs a session out. */
  HttpResponse<String> signOut(URI address, String cookie) {
    return send(
        HttpRequest.newBuilder(address)
            .headers("Cookie", cookie, "Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}")));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where an answer sends it. */
  static URI location(HttpResponse<?> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  /** A cookie of an answer, as it is sent back. */
  static String cookie(HttpResponse<?> answer, String name) {
    return Arrays.stream(cookieHeader(answer, name).split(";", -1)).findFirst().orElseThrow();
  }

  /** What an answer says of a cookie. */
  static String cookieHeader(HttpResponse<?> answer, String name) {
    return cookieHeaders(answer).stream()
        .filter(header -> header.startsWith(name + "="))
        .findFirst()
        .orElseThrow();
  }

  static List<String> cookieHeaders(HttpResponse<?> answer) {
    return answer.headers().allValues("Set-Cookie");
  }
}

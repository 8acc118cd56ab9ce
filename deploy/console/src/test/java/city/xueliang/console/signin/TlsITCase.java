package city.xueliang.console.signin;

import static city.xueliang.console.signin.TestingBrowser.cookie;
import static city.xueliang.console.signin.TestingBrowser.cookieHeader;
import static city.xueliang.console.signin.TestingBrowser.cookieHeaders;
import static city.xueliang.console.signin.TestingBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.xueliang.console.browser.TestingConsole;
import city.xueliang.console.http.RawRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole server with a certificate of its own, and clients that trust no other. */
class TlsITCase {
  @TempDir private static Path folder;
  private static TestingIssuer issuer;
  private static TestingKeyStore keys;
  private static TestingConsole console;

  private final TestingBrowser browser = new TestingBrowser(keys.client());

  @BeforeAll
  static void start() throws Exception {
    issuer = TestingIssuer.start();
    keys = TestingKeyStore.in(folder);
    console =
        TestingConsole.start(
            folder,
            new AccessSettings(
                Optional.of(issuer.settings()), Optional.of(keys.settings()), Optional.empty()));
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
    issuer.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/wall", "/api/session", "/api/openapi.yaml"})
  void everyAnswerKeepsBrowsersToHttps(String path) {
    HttpResponse<String> answer = browser.get(uri(path), "Authorization", bearer());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.sslSession()).isPresent();
    assertThat(answer.headers().firstValue("Strict-Transport-Security"))
        .hasValue("max-age=31536000");
  }

  @Test
  void aRefusalKeepsBrowsersToHttpsAsWell() {
    HttpResponse<String> answer = browser.get(uri("/api/session"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void whoDoesNotTrustTheCertificateDoesNotGetThrough() {
    TestingBrowser stranger = new TestingBrowser(HttpClient.newHttpClient());

    assertThatThrownBy(() -> stranger.get(uri("/")))
        .hasCauseInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void theIssuerSendsTheBrowserBackByHttps() {
    URI asked = location(browser.get(uri("/auth/sign-in")));

    assertThat(asked.getQuery()).contains("redirect_uri=" + console.url() + "/auth/callback&");
  }

  @Test
  void aSessionIsKeptFromScriptsOtherPagesAndPlainHttp() {
    HttpResponse<String> finished = browser.finish(browser.get(uri("/auth/sign-in")));

    assertThat(cookieHeader(finished, TestingBrowser.SESSION))
        .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Domain", "Max-Age", "Expires");
    HttpResponse<String> session =
        browser.get(uri("/api/session"), "Cookie", cookie(finished, TestingBrowser.SESSION));
    assertThat(session.statusCode()).isEqualTo(200);
    assertThat(session.body()).contains("630105-dispatch-02");
  }

  @Test
  void everyCookieIsKeptSoFromItsBeginningToItsEnd() {
    HttpResponse<String> begun = browser.get(uri("/auth/sign-in"));
    HttpResponse<String> finished = browser.finish(begun);
    HttpResponse<String> ended =
        browser.signOut(uri("/auth/sign-out"), cookie(finished, TestingBrowser.SESSION));

    assertThat(ended.statusCode()).isEqualTo(204);
    assertThat(cookieHeader(finished, TestingBrowser.ATTEMPT))
        .contains("Expires=Thu, 01 Jan 1970", "Path=/auth");
    assertThat(cookieHeader(ended, TestingBrowser.SESSION))
        .contains("Expires=Thu, 01 Jan 1970", "Path=/");
    for (HttpResponse<String> answer : List.of(begun, finished, ended)) {
      assertThat(cookieHeaders(answer))
          .isNotEmpty()
          .allSatisfy(header -> assertThat(header).contains("Secure", "HttpOnly", "SameSite="));
    }
  }

  @Test
  void plainHttpIsToldNothing() {
    String answer =
        RawRequest.get(
            console.port(), "/api/session", "Host: localhost", "Authorization: " + bearer());

    assertThat(answer).doesNotContain("HTTP/", "630105");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void theVersionsOfTodayAreTaken(String version) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            keys.context()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), console.port())) {
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();

      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
    }
  }

  @Test
  void anOldVersionIsRefused() {
    assertThat(ClientHello.answer(console.port(), ClientHello.TLS_1_2))
        .as("the same words of a version that is taken")
        .isEqualTo(ClientHello.HANDSHAKE);
    assertThat(ClientHello.answer(console.port(), ClientHello.TLS_1_1))
        .isEqualTo(ClientHello.PROTOCOL_VERSION);
  }

  private static URI uri(String path) {
    return URI.create(console.url() + path);
  }

  private static String bearer() {
    return "Bearer " + issuer.accessToken(token -> {});
  }
}

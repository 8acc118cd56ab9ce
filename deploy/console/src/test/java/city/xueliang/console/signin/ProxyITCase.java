package city.xueliang.console.signin;

import static city.xueliang.console.signin.TestingBrowser.cookie;
import static city.xueliang.console.signin.TestingBrowser.cookieHeader;
import static city.xueliang.console.signin.TestingBrowser.cookieHeaders;
import static city.xueliang.console.signin.TestingBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.console.TestingDoor;
import city.xueliang.console.browser.TestingConsole;
import city.xueliang.console.http.RawRequest;
import city.xueliang.console.limit.Limits;
import city.xueliang.console.limit.Rate;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole server behind a proxy at 127.0.0.1 that ends TLS, and others at 127.0.0.2 that say the
 * same as the proxy does.
 */
class ProxyITCase {
  private static final String PROXY = "127.0.0.1";
  private static final String OTHER = "127.0.0.2";
  private static final String SIGN_IN = "/auth/sign-in";
  private static final int SIGN_INS = 12;
  private static final Limits FEW_SIGN_INS =
      new Limits(
          Limits.DEFAULT.reads(),
          Limits.DEFAULT.writes(),
          Limits.DEFAULT.exports(),
          new Rate(SIGN_INS, 0.001),
          Limits.DEFAULT.streamsPerSeat(),
          Limits.DEFAULT.streams());

  @TempDir private static Path folder;
  private static TestingIssuer issuer;
  private static TestingKeyStore keys;
  private static TestingProxy proxy;
  private static TestingConsole console;

  private final TestingBrowser browser = new TestingBrowser(keys.client());

  @BeforeAll
  static void start() throws Exception {
    issuer = TestingIssuer.start();
    keys = TestingKeyStore.in(folder);
    proxy = TestingProxy.start(keys);
    console =
        TestingConsole.start(
            folder,
            new AccessSettings(
                Optional.of(issuer.settings()),
                Optional.empty(),
                Optional.of(
                    new ProxySettings(
                        proxy.publicUrl(), Set.of(InetAddress.getLoopbackAddress())))),
            FEW_SIGN_INS);
    proxy.standBefore(console.url());
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
    proxy.close();
    issuer.close();
  }

  @Test
  void theServerKeepsBrowsersToHttpsThoughItSpeaksPlainHttpItself() {
    HttpResponse<String> page = browser.get(uri("/"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
  }

  @Test
  void aBrowserSignsInAndOutByTheProxyAlone() {
    HttpResponse<String> begun = browser.get(uri(SIGN_IN + "?return=%2Fhistory"));
    HttpResponse<String> finished = browser.finish(begun);
    HttpResponse<String> ended =
        browser.signOut(uri("/auth/sign-out"), cookie(finished, TestingBrowser.SESSION));

    assertThat(location(begun).getQuery())
        .contains("redirect_uri=" + proxy.publicUrl() + "/auth/callback&");
    assertThat(location(finished)).isEqualTo(uri("/history"));
    assertThat(cookieHeader(finished, TestingBrowser.SESSION)).contains("SameSite=Strict");
    assertThat(ended.statusCode()).isEqualTo(204);
    for (HttpResponse<String> answer : List.of(begun, finished, ended)) {
      assertThat(cookieHeaders(answer))
          .isNotEmpty()
          .allSatisfy(header -> assertThat(header).contains("Secure", "HttpOnly", "SameSite="));
    }
  }

  @Test
  void aClientDoesNotChooseWhereTheIssuerSendsItBack() {
    HttpResponse<String> begun =
        browser.get(
            uri(SIGN_IN),
            "X-Forwarded-Host",
            "evil.example",
            "X-Forwarded-Proto",
            "http",
            "Forwarded",
            "host=evil.example;proto=http");

    assertThat(location(begun).getQuery())
        .contains("redirect_uri=" + proxy.publicUrl() + "/auth/callback&");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/session", "/api/openapi.yaml", "/auth/sign-in"})
  void whoComesPastTheProxyIsRefusedWhateverTheySay(String path) {
    String[] words = {
      "Host: localhost",
      "Authorization: Bearer " + issuer.accessToken(token -> {}),
      "X-Forwarded-For: " + PROXY,
      "X-Forwarded-Proto: https",
      "X-Real-IP: " + PROXY,
      "Forwarded: for=" + PROXY + ";proto=https"
    };

    String refusal = RawRequest.getFrom(OTHER, console.port(), path, words);

    assertThat(RawRequest.status(refusal)).isEqualTo(403);
    assertThat(refusal).contains("WRONG_ORIGIN").doesNotContain("Set-Cookie", "630105");
    assertThat(RawRequest.status(RawRequest.getFrom(PROXY, console.port(), path, words)))
        .as("the same from the proxy")
        .isIn(200, 302);
  }

  @Test
  void whoLooksWhetherTheServerLivesNeedNotBeTheProxy() {
    assertThat(
            RawRequest.status(
                RawRequest.getFrom(OTHER, console.port(), "/ready", "Host: localhost")))
        .isEqualTo(200);
  }

  @Test
  void eachClientOfTheProxyHasSignInsOfItsOwn() {
    assertThat(signIns(any -> "X-Forwarded-For: 203.0.113.1")).isEqualTo(SIGN_INS);
    assertThat(signIns(any -> "X-Forwarded-For: 203.0.113.2")).isEqualTo(SIGN_INS);
  }

  @Test
  void aClientGetsNoMoreSignInsBySayingThatItIsAnother() {
    assertThat(signIns(next -> "X-Forwarded-For: 198.51.100.%d, 203.0.113.3".formatted(next)))
        .isEqualTo(SIGN_INS);
    assertThat(
            signIns(
                next ->
                    "X-Forwarded-For: 198.51.100.%d\r\nX-Forwarded-For: 203.0.113.4"
                        .formatted(next)))
        .as("a proxy that writes a line of its own")
        .isEqualTo(SIGN_INS);
  }

  @Test
  void withoutAStatedProxyNobodyIsBelievedToBeOne() {
    AccessSettings noProxy =
        new AccessSettings(Optional.of(issuer.settings()), Optional.empty(), Optional.empty());
    try (TestingDoor door = TestingDoor.start("127.0.0.1:1", noProxy, FEW_SIGN_INS)) {
      assertThat(signIns(door.port(), "X-Forwarded-For: 203.0.113.%d"::formatted))
          .isEqualTo(SIGN_INS);
    }
  }

  /** How many sign-ins are begun of more than there may be, all sent by the proxy. */
  private static long signIns(IntFunction<String> forwarded) {
    return signIns(console.port(), forwarded);
  }

  private static long signIns(int port, IntFunction<String> forwarded) {
    return IntStream.range(0, 2 * SIGN_INS)
        .map(
            next ->
                RawRequest.status(
                    RawRequest.get(port, SIGN_IN, "Host: localhost", forwarded.apply(next))))
        .filter(status -> status == 302)
        .count();
  }

  private static URI uri(String path) {
    return URI.create(proxy.publicUrl() + path);
  }
}

package city.xueliang.console.signin;

import static city.xueliang.console.signin.TestingBrowser.cookie;
import static city.xueliang.console.signin.TestingBrowser.cookieHeader;
import static city.xueliang.console.signin.TestingBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.console.TestingCity;
import city.xueliang.console.TestingDoor;
import city.xueliang.console.WrittenRecords;
import city.xueliang.console.limit.Limits;
import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.schemas.AuditOutcome;
import city.xueliang.schemas.AuditRecord;
import city.xueliang.schemas.AuditedAct;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Browsers that sign in at a real issuer, with a real broker to record it. */
class SignInITCase {
  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;

  private final TestingBrowser browser = new TestingBrowser(HttpClient.newHttpClient());
  private TestingIssuer issuer;
  private TestingDoor door;

  @BeforeAll
  static void startKafka() {
    kafka = WrittenRecords.startKafka(folder);
  }

  @AfterAll
  static void stopKafka() {
    kafka.close();
  }

  @BeforeEach
  void start() {
    issuer = TestingIssuer.start();
    AccessSettings settings =
        new AccessSettings(Optional.of(issuer.settings()), Optional.empty(), Optional.empty());
    door = TestingDoor.start(kafka.bootstrapServers(), settings, Limits.DEFAULT);
    TestingCity.put(door.city());
  }

  @AfterEach
  void stop() {
    door.close();
    issuer.close();
  }

  @Test
  void nobodyIsLetInUnlessSignedIn() {
    assertThat(door.get("/api/session").statusCode()).isEqualTo(401);
    assertThat(door.get("/api/stream").statusCode()).isEqualTo(401);
    assertThat(session(TestingBrowser.SESSION + "=" + Secrets.next()).statusCode()).isEqualTo(401);
    assertThat(door.get("/api/session", "Authorization", "Bearer x").statusCode()).isEqualTo(401);
    assertThat(door.get("/api/session", "Authorization", "Basic eDp4").statusCode()).isEqualTo(401);
    assertThat(door.post("/auth/sign-out", "{}").statusCode()).isEqualTo(401);
    assertThat(door.get("/page").statusCode()).isEqualTo(200);
    assertThat(door.get("/api/openapi.yaml").statusCode()).isEqualTo(200);
  }

  @Test
  void aBrowserSignsInAndComesBackToItsPage() {
    HttpResponse<String> begun = door.get("/auth/sign-in?return=%2Fhistory%3Fplace%3D630105");
    URI asked = location(begun);
    assertThat(asked.toString()).startsWith(issuer.uri() + "/authorize?");
    assertThat(asked.getQuery())
        .contains("response_type=code", "code_challenge_method=S256", "client_id=console-page");
    assertThat(cookieHeader(begun, TestingBrowser.ATTEMPT))
        .contains("HttpOnly", "SameSite=Lax", "Path=/auth");

    HttpResponse<String> finished = browser.finish(begun);

    assertThat(location(finished).toString()).endsWith("/history?place=630105");
    assertThat(cookieHeader(finished, TestingBrowser.SESSION))
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Max-Age", "Expires", "Domain");
    HttpResponse<String> session = session(cookie(finished, TestingBrowser.SESSION));
    assertThat(session.statusCode()).isEqualTo(200);
    assertThat(session.body())
        .contains("630105-dispatch-02", "DISPATCHER", "\"demo\":false", "[\"630105\"]");
    AuditRecord audit = lastAudit();
    assertThat(audit.getAct()).isEqualTo(AuditedAct.SIGN_IN);
    assertThat(audit.getSeat()).isEqualTo("630105-dispatch-02");
    assertThat(audit.getOutcome()).isEqualTo(AuditOutcome.ACCEPTED);
  }

  @Test
  void aProgramComesWithAToken() {
    assertThat(
            door.get("/api/session", "Authorization", "Bearer " + issuer.accessToken(t -> {}))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void nobodyIsSentAwayToAnotherServer() {
    for (String target :
        List.of(
            "//evil.example", "https://evil.example", "/%5Cevil.example", "/%0d%0ax", "%20/x")) {
      HttpResponse<String> finished = browser.finish(door.get("/auth/sign-in?return=" + target));

      assertThat(location(finished).getHost()).as(target).isIn(null, "127.0.0.1");
      assertThat(location(finished).getPath()).as(target).isEqualTo("/");
    }
  }

  @Test
  void aSignInThatThisBrowserDidNotBeginIsRefused() {
    HttpResponse<String> begun = door.get("/auth/sign-in");
    HttpResponse<String> others = door.get("/auth/sign-in");
    URI callback = location(browser.get(location(begun)));

    assertThat(browser.get(callback).statusCode()).isEqualTo(401);
    assertThat(browser.get(callback, "Cookie", cookie(others, TestingBrowser.ATTEMPT)).statusCode())
        .isEqualTo(401);
    assertThat(
            browser
                .get(
                    URI.create(callback.toString().replaceFirst("code=[^&]*", "code=guessed")),
                    "Cookie",
                    cookie(begun, TestingBrowser.ATTEMPT))
                .statusCode())
        .isEqualTo(401);
    await()
        .untilAsserted(
            () -> {
              assertThat(lastAudit().getAct()).isEqualTo(AuditedAct.SIGN_IN);
              assertThat(lastAudit().getOutcome()).isEqualTo(AuditOutcome.NOT_SIGNED_IN);
              assertThat(lastAudit().getSeat()).isNull();
            });
  }

  @Test
  void aCodeIsOfNoUseToSomebodyWithAnotherVerifier() {
    HttpResponse<String> begun = door.get("/auth/sign-in");
    URI callback = location(browser.get(location(begun)));
    SignInAttempt attempt =
        SignInAttempt.ofCookie(
                cookie(begun, TestingBrowser.ATTEMPT)
                    .replaceFirst(TestingBrowser.ATTEMPT + "=", ""))
            .orElseThrow();
    SignInAttempt stolen = new SignInAttempt(attempt.state(), attempt.nonce(), Secrets.next(), "/");

    assertThat(
            browser
                .get(callback, "Cookie", TestingBrowser.ATTEMPT + "=" + stolen.toCookie())
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void aTokenOfAnotherSignInIsRefused() {
    HttpResponse<String> begun = door.get("/auth/sign-in");
    URI callback = location(browser.get(location(begun)));
    SignInAttempt attempt =
        SignInAttempt.ofCookie(
                cookie(begun, TestingBrowser.ATTEMPT)
                    .replaceFirst(TestingBrowser.ATTEMPT + "=", ""))
            .orElseThrow();
    SignInAttempt other =
        new SignInAttempt(attempt.state(), Secrets.next(), attempt.verifier(), "/");

    assertThat(
            browser
                .get(callback, "Cookie", TestingBrowser.ATTEMPT + "=" + other.toCookie())
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void aWallStaysSignedInAsItsTokensAreRenewed() {
    issuer.lifetime(Duration.ofSeconds(3));
    String cookie = signIn();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(issuer.refreshes()).isGreaterThanOrEqualTo(3));

    assertThat(session(cookie).statusCode()).isEqualTo(200);
  }

  @Test
  void aSessionEndsWhenTheIssuerRenewsItNoMore() {
    issuer.lifetime(Duration.ofSeconds(3));
    String cookie = signIn();
    watch(cookie);
    assertThat(door.isStillSignedIn()).isTrue();

    issuer.refuseRefresh();

    await().atMost(Duration.ofSeconds(20)).until(() -> session(cookie).statusCode() == 401);
    assertThat(door.isStillSignedIn()).isFalse();
  }

  @Test
  void aSessionEndsWhenTheSeatsRightsChange() {
    issuer.lifetime(Duration.ofSeconds(3));
    String cookie = signIn();

    issuer.claims(token -> token.claim("role", "VIEWER"));

    await().atMost(Duration.ofSeconds(20)).until(() -> session(cookie).statusCode() == 401);
  }

  @Test
  void aSessionWithoutAnIssuerEndsWithItsToken() {
    issuer.lifetime(Duration.ofSeconds(4));
    String cookie = signIn();

    issuer.goAway();

    assertThat(session(cookie).statusCode()).isEqualTo(200);
    await().atMost(Duration.ofSeconds(20)).until(() -> session(cookie).statusCode() == 401);
  }

  @Test
  void whoSignsOutIsOut() {
    String cookie = signIn();
    watch(cookie);

    HttpResponse<String> answer = door.post("/auth/sign-out", "{}", "Cookie", cookie);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(session(cookie).statusCode()).isEqualTo(401);
    assertThat(door.isStillSignedIn()).isFalse();
    await().untilAsserted(() -> assertThat(lastAudit().getAct()).isEqualTo(AuditedAct.SIGN_OUT));
  }

  @Test
  void aStreamOfATokenEndsWithIt() {
    issuer.lifetime(Duration.ofSeconds(2));
    String bearer = "Bearer " + issuer.accessToken(token -> {});

    assertThat(door.get("/api/watched", "Authorization", bearer).statusCode()).isEqualTo(200);

    assertThat(door.isStillSignedIn()).isTrue();
    await().atMost(Duration.ofSeconds(20)).until(() -> !door.isStillSignedIn());
  }

  @Test
  void anIssuerThatIsAwayIsSaidToBe() {
    issuer.goAway();

    assertThat(door.get("/auth/sign-in").statusCode()).isEqualTo(503);
    assertThat(
            door.get("/api/session", "Authorization", "Bearer " + issuer.accessToken(t -> {}))
                .statusCode())
        .isEqualTo(503);
  }

  private String signIn() {
    return cookie(browser.finish(door.get("/auth/sign-in")), TestingBrowser.SESSION);
  }

  private HttpResponse<String> session(String cookie) {
    return door.get("/api/session", "Cookie", cookie);
  }

  private void watch(String cookie) {
    assertThat(door.get("/api/watched", "Cookie", cookie).statusCode()).isEqualTo(200);
  }

  private static AuditRecord lastAudit() {
    List<AuditRecord> records = WrittenRecords.audit(kafka);
    return records.get(records.size() - 1);
  }
}

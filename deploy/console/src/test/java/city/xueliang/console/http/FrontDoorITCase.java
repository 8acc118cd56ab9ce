package city.xueliang.console.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.console.TestingCity;
import city.xueliang.console.TestingDoor;
import city.xueliang.console.act.TestingAlerts;
import city.xueliang.console.limit.Limits;
import city.xueliang.console.limit.Rate;
import city.xueliang.console.signin.AccessSettings;
import city.xueliang.schemas.Alert;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server on loopback with the demo seat and without a broker. */
class FrontDoorITCase {
  private static final String NOBODY = "127.0.0.1:1";
  private static final String ACTIONS = "/api/alerts/00000000000000000000000000000001/actions";
  private static final String BODY = "{\"action\":\"ACKNOWLEDGE\",\"revision\":1}";

  private static final Limits FEW =
      new Limits(
          new Rate(8, 0.001), new Rate(2, 0.001), new Rate(1, 0.001), new Rate(2, 0.001), 2, 2);

  private TestingDoor door;

  @BeforeEach
  void start() {
    begin(Limits.DEFAULT);
  }

  @AfterEach
  void stop() {
    door.close();
  }

  @Test
  void theDemoSeatSeesTheWholeCity() {
    HttpResponse<String> session = door.get("/api/session");

    assertThat(session.statusCode()).isEqualTo(200);
    assertThat(session.body())
        .contains(
            "\"seat\":\"630100-demo-01\"",
            "\"role\":\"OPERATOR\"",
            "\"roots\":[\"630100\"]",
            "\"demo\":true",
            "\"permissions\":[\"ACT\",\"SILENCE\",\"EXPORT\"]");
  }

  @Test
  void beforeThePlacesAreKnownThereIsNoDemoSeat() {
    try (TestingDoor empty = TestingDoor.start(NOBODY, AccessSettings.DEMO, Limits.DEFAULT)) {
      assertThat(empty.get("/api/session").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void everyAnswerHoldsTheBrowserToAStrictPolicy() {
    for (String path : new String[] {"/page", "/api/session", "/nothing", "/api/nothing"}) {
      HttpResponse<String> answer = door.get(path);

      assertThat(header(answer, "Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "*");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
      assertThat(answer.headers().firstValue("Server")).isEmpty();
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
    assertThat(header(door.get("/api/session"), "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aNameThatSomebodyPointedAtThisMachineIsRefused() {
    assertThat(statusFor("Host: console.example:8088")).isEqualTo(403);
    assertThat(statusFor("Host: 127.0.0.1.example")).isEqualTo(403);
    assertThat(statusFor("Host: localhost.")).isEqualTo(403);
    assertThat(statusFor("Host: localhost:8088")).isEqualTo(200);
    assertThat(statusFor("Host: LocalHost")).isEqualTo(200);
    assertThat(statusFor("Host: [::1]:8088")).isEqualTo(200);
    assertThat(statusFor("Host: 127.0.0.1")).isEqualTo(200);
  }

  @Test
  void theDemoSeatIsForNoProxy() {
    assertThat(door.get("/api/session", "X-Forwarded-For", "203.0.113.9").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aChangeFromAnotherPageIsRefused() {
    assertThat(door.post(ACTIONS, BODY, "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(door.post(ACTIONS, BODY, "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(door.post(ACTIONS, BODY, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(door.post(ACTIONS, BODY, "Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
    assertThat(
            door.post(ACTIONS, BODY, "Origin", "http://127.0.0.1:" + (door.port() + 1))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            door.post(
                    ACTIONS,
                    BODY,
                    "Origin",
                    "http://127.0.0.1:" + door.port(),
                    "Sec-Fetch-Site",
                    "same-origin")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aChangeThatAFormCouldSendIsRefused() {
    HttpResponse<String> answer =
        door.send(
            ACTIONS,
            request ->
                request
                    .header("Content-Type", "text/plain")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(BODY)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Content-Type");
  }

  @Test
  void mistakesAreToldInTheReadersLanguage() {
    assertThat(door.get("/api/nothing").body())
        .contains("\"reason\":\"NOT_FOUND\"", "没有“/api/nothing”，或本席位看不到它");
    assertThat(door.get("/api/nothing", "Accept-Language", "en").body())
        .contains("there is no \\\"/api/nothing\\\", or this seat does not see it");
    assertThat(door.post(ACTIONS, "{\"action\":\"DELETE\"}", "Accept-Language", "en").body())
        .contains(
            "action is \\\"DELETE\\\", which is not possible; allowed: ACKNOWLEDGE, ON_SITE, CLOSE");
  }

  @Test
  void whatGoesWrongInsideIsNotTold() {
    HttpResponse<String> answer = door.get("/api/broken");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("FAILED")
        .containsPattern("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        .doesNotContain("secret", "Exception");
  }

  @Test
  void aLongBodyIsRefused() {
    assertThat(door.post(ACTIONS, " ".repeat(70_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void aSeatThatAsksTooOftenIsToldWhenToComeBack() {
    restart(FEW);
    for (int i = 0; i < 8; i++) {
      assertThat(door.get("/api/session").statusCode()).isEqualTo(200);
    }

    HttpResponse<String> answer = door.get("/api/session");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(header(answer, "Retry-After"))).isBetween(900, 1_000);
    assertThat(door.post(ACTIONS, BODY).statusCode()).isEqualTo(404);
    assertThat(door.post(ACTIONS, BODY).statusCode()).isEqualTo(404);
    assertThat(door.post(ACTIONS, BODY).statusCode()).isEqualTo(429);
    assertThat(door.get("/page").statusCode()).isEqualTo(200);
  }

  @Test
  void exportsAndSignInsHaveLimitsOfTheirOwn() {
    restart(FEW);

    assertThat(door.get("/api/history.csv").statusCode()).isEqualTo(404);
    assertThat(door.get("/api/history.xlsx").statusCode()).isEqualTo(429);
    assertThat(door.get("/auth/sign-in").statusCode()).isEqualTo(302);
    assertThat(door.get("/auth/sign-in").statusCode()).isEqualTo(302);
    assertThat(door.get("/auth/sign-in").statusCode()).isEqualTo(429);
  }

  @Test
  void aStreamThatEndedMakesRoomForAnother() throws IOException {
    restart(FEW);
    try (Socket one = openStream();
        Socket two = openStream()) {
      await().until(() -> door.get("/api/stream").statusCode() == 429);

      door.endStreams();

      await().until(() -> door.get("/api/stream").statusCode() == 200);
      assertThat(one.isClosed()).isFalse();
      assertThat(two.isClosed()).isFalse();
    }
  }

  @Test
  void anActionWithoutABrokerIsGivenUpSoon() {
    Alert alert = TestingAlerts.open("00000000000000000000000000000001").build();
    door.city().begin("topic", 1);
    door.city().put(alert, 0, 0);
    Instant begun = Instant.now();

    HttpResponse<String> answer = door.post(ACTIONS, BODY);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("UNAVAILABLE", "Kafka");
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  private void begin(Limits limits) {
    door = TestingDoor.start(NOBODY, AccessSettings.DEMO, limits);
    TestingCity.put(door.city());
  }

  private void restart(Limits limits) {
    door.close();
    begin(limits);
  }

  /** The client of the JDK chooses the host by itself. */
  private int statusFor(String host) {
    return RawRequest.status(RawRequest.get(door.port(), "/api/session", host));
  }

  private Socket openStream() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port());
    OutputStream out = socket.getOutputStream();
    out.write(
        "GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}

package city.xueliang.store.reading;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Successions;
import city.xueliang.domain.tally.Window;
import city.xueliang.testing.Town;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of answers that a good server seldom gives. */
class AnswersTest {
  private static final String TOKEN = "not-to-be-seen-7Qx";
  private static final String GOOD =
      """
      {"results":[{"statement_id":0,"series":[{"name":"camera_events",\
      "columns":["time","place","events"],"values":[[%d,"%s",7]]}]}]}
      """
          .formatted(NOON.toEpochMilli(), Town.GRID);

  private HttpServer server;
  private String url;
  private int status = 200;
  private String answer = GOOD;
  private String token = TOKEN;
  private String authorization;
  private String asked;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theTokenIsSentAndTheRowOfAnEarlierReleaseIsComplete() {
    List<MetricRow> rows = askInflux();

    assertThat(authorization).isEqualTo("Token " + TOKEN);
    assertThat(asked).isEqualTo("/query?db=city&rp=minutes&epoch=ms&chunked=true");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).complete()).isTrue();
    assertThat(rows.get(0).values()).containsOnlyKeys("events");
  }

  @Test
  void withoutATokenNoneIsSent() {
    token = "";

    assertThat(askInflux()).hasSize(1);
    assertThat(authorization).isNull();
  }

  @Test
  void aTokenThatCannotBeSentIsNotShown() {
    token = TOKEN + "\n雪";

    assertThatIllegalArgumentException()
        .isThrownBy(this::askInflux)
        .withMessage(
            "The InfluxDB token holds a character that is not allowed; allowed: printable ASCII");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "200|{\"results\":[{\"statement_id\":0,\"error\":\"database not found: city\"}]}|refused: database not found: city",
        "200|{\"error\":\"query timeout\"}|refused: query timeout",
        "200|{\"results\":[{\"series\":[{\"partial\":true}]}]}|answered with a part only",
        "200|{\"results\":[{\"partial\":true}]}|answered with a part only",
        "200|{\"results\":[{\"statement|broke its answer off: ",
        "200|``|broke its answer off: it is empty",
        "401|{\"error\":\"authorization failed\"}|answered with status 401: authorization failed",
        "503|<html>busy</html>|answered with status 503: <html>busy</html>",
      })
  void anAnswerOfInfluxDbThatIsNoneIsTold(int status, String answer, String told) {
    this.status = status;
    this.answer = answer;

    assertThatExceptionOfType(StoreReadException.class)
        .isThrownBy(this::askInflux)
        .withMessageStartingWith("The store at " + url + " " + told)
        .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain(TOKEN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400|{\"query\":\"SELECT\",\"error\":\"table does not exist\"}|answered with status 400: table does not exist",
        "200|{\"columns\":[],\"dataset\":[],\"count\":1}|answered with a part only",
        "200|{\"columns\":[],\"dataset\":[]}|answered with a part only",
        "200|{\"columns\":[],\"data|broke its answer off: ",
        "200|``|broke its answer off: it is empty",
      })
  void anAnswerOfQuestDbThatIsNoneIsTold(int status, String answer, String told) {
    this.status = status;
    this.answer = answer;

    assertThatExceptionOfType(StoreReadException.class)
        .isThrownBy(() -> ask(MetricHistory.in(new QuestDbSource(url, ""), Successions.NONE)))
        .withMessageStartingWith("The store at " + url + " " + told);
  }

  private List<MetricRow> askInflux() {
    InfluxDbSource source = new InfluxDbSource(url, "city/minutes", "history", () -> token);
    assertThat(source.toString()).doesNotContain(TOKEN);
    return ask(MetricHistory.in(source, Successions.NONE));
  }

  private static List<MetricRow> ask(MetricHistory history) {
    return history.series(
        Town.GRID, Metric.of(Measure.FLAME), Window.MINUTE, new Span(NOON, minutes(1)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    authorization = exchange.getRequestHeaders().getFirst("Authorization");
    asked = exchange.getRequestURI().toString();
    exchange.getRequestBody().readAllBytes();
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}

package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.feeds.simulate.SimulatedRecord;
import city.xueliang.local.CityProcess.CityPorts;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city that writes to a server of the user's, of which only the requests matter here. */
class InfluxOptionITCase {
  private static final Instant MONDAY_MORNING = Instant.parse("2025-03-03T00:00:00Z");
  private static final Pattern PLACE_ROW =
      Pattern.compile("^(camera_events|sensor_readings),district=", Pattern.MULTILINE);
  private static final Pattern LONG_WINDOW = Pattern.compile(",window=(HOUR|DAY) ");
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final List<Write> writes = new CopyOnWriteArrayList<>();
  private final List<Write> questions = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @TempDir private Path folder;

  private record Write(String path, String token, String lines) {}

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void rowsGoToTheServerWithTheTokenFromTheEnvironment() throws Exception {
    List<SimulatedRecord> life = OutsideClient.life(MONDAY_MORNING, Duration.ofMinutes(3));
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    try (CityProcess city =
        CityProcess.start(
                folder.resolve("data"),
                CityPorts.free(),
                "--rate=0",
                "--scale=" + OutsideClient.SCALE,
                "--seed=" + OutsideClient.SEED,
                "--influx-url=" + url,
                "--influx-org=our-city",
                "--influx-bucket=minutes",
                "--influx-history-bucket=history")
            .awaitReady()) {
      OutsideClient.send(city.kafka(), life);
      Awaitility.await("writes").atMost(LIMIT).until(() -> isWrittenTo("minutes"));
      Awaitility.await("history").atMost(LIMIT).until(() -> isWrittenTo("history"));

      assertThat(writes)
          .allSatisfy(
              write -> {
                assertThat(write.path())
                    .startsWith("/api/v2/write?")
                    .contains("org=our-city", "precision=ms");
                assertThat(write.token()).isEqualTo("Token " + CityProcess.TOKEN);
                boolean isHistory = write.path().contains("bucket=history");
                assertThat(write.lines().lines())
                    .allMatch(line -> isHistory == LONG_WINDOW.matcher(line).find());
              });
      // The console reads from where the job writes to.
      assertThat(questions)
          .isNotEmpty()
          .allSatisfy(
              question -> {
                assertThat(question.path()).matches("/query\\?db=(minutes|history)&.*");
                assertThat(question.token()).isEqualTo("Token " + CityProcess.TOKEN);
              });
      assertThat(city.text()).contains("Store       " + url).doesNotContain(CityProcess.TOKEN);
      assertThat(Files.readString(folder.resolve("data").resolve("log").resolve("city.log")))
          .doesNotContain(CityProcess.TOKEN);
      assertThat(folder.resolve("data").resolve("store")).doesNotExist();
    }
  }

  private boolean isWrittenTo(String bucket) {
    return writes.stream()
        .filter(write -> write.path().contains("bucket=" + bucket + "&"))
        .anyMatch(write -> PLACE_ROW.matcher(write.lines()).find());
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    byte[] lines =
        isZipped ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
    String path = exchange.getRequestURI().toString();
    (path.startsWith("/query") ? questions : writes)
        .add(
            new Write(
                path,
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(lines, StandardCharsets.UTF_8)));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }
}

package city.xueliang.store.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.xueliang.testing.InfluxServer;
import city.xueliang.testing.OlderWriteApi;
import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The set-up of an InfluxDB 1.x, executed on a real one. */
class RetentionITCase {
  private static final Path SET_UP = Path.of("../../deploy/cluster/influxdb/setup-1.x.influxql");

  /** A row of 2019, which no clock calls recent. */
  private static final String OLD_ROW = "camera_events,place=630105001001001 events=1i 1551398400";

  private InfluxServer server;

  @BeforeEach
  void setUp(@TempDir Path folder) throws Exception {
    server = InfluxServer.start(folder);
    server.query("", Files.readString(SET_UP));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void minutesAreKeptForThirtyDaysAndHistoryForEver() {
    assertThat(policies("xueliang")).containsExactly("minutes 720h0m0s 24h0m0s true");
    assertThat(policies("xueliang_history")).containsExactly("history 0s 8736h0m0s true");
  }

  @Test
  void theSetUpCanBeRepeated() throws Exception {
    server.query("", Files.readString(SET_UP));

    assertThat(policies("xueliang")).hasSize(1);
  }

  @Test
  void minutesOfYearsAgoAreRefusedAndTheirHoursAreKept() {
    try (InfluxDBClient client = client()) {
      assertThatExceptionOfType(InfluxException.class)
          .isThrownBy(() -> write(client, "xueliang"))
          .withMessageContaining("points beyond retention policy dropped=1");
      write(client, "xueliang_history");
    }
    assertThat(server.query("xueliang_history", "SELECT events FROM camera_events").lines())
        .hasSize(2);
  }

  /** Name, duration, duration of a shard, and whether it is the default. */
  private List<String> policies(String database) {
    return server
        .query("", "SHOW RETENTION POLICIES ON \"" + database + "\"")
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        // name and tags of the answer come first
        .map(cells -> String.join(" ", cells[2], cells[3], cells[4], cells[6]))
        .toList();
  }

  private static void write(InfluxDBClient client, String bucket) {
    client.getWriteApiBlocking().writeRecord(bucket, "xueliang", WritePrecision.S, OLD_ROW);
  }

  private InfluxDBClient client() {
    return InfluxDBClientFactory.create(
        InfluxDBClientOptions.builder()
            .url(server.url())
            .org("xueliang")
            .okHttpClient(new OkHttpClient.Builder().addInterceptor(new OlderWriteApi()))
            .build());
  }
}

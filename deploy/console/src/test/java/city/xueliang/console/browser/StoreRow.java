package city.xueliang.console.browser;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.tally.Window;
import city.xueliang.embedded.EmbeddedStore;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.layout.Measurement.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A row of a place as the job writes it; fields that are not set are zero. */
public final class StoreRow {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String CITY = "630100";

  private final Measurement measurement;
  private final Window window;
  private final Instant start;
  private final Map<String, String> tags = new TreeMap<>();
  private final Map<String, Number> values = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  private StoreRow(Measurement measurement, String place, Window window, Instant start) {
    this.measurement = measurement;
    this.window = window;
    this.start = start;
    Level level = PlaceCodes.levelOf(place);
    tags.put("place", place);
    tags.put("level", level.name());
    tags.put("district", level == Level.ZONE ? CITY : PlaceCodes.districtOf(place));
    tags.put("window", window.name());
  }

  public static StoreRow of(Measurement measurement, String place, Window window, Instant start) {
    return new StoreRow(measurement, place, window, start);
  }

  public StoreRow tag(String name, String value) {
    tags.put(name, value);
    return this;
  }

  public StoreRow with(String field, Number value) {
    values.put(field, value);
    return this;
  }

  public StoreRow with(String field, String text) {
    texts.put(field, text);
    return this;
  }

  /** Writes all and returns when the store answers with them. */
  public static void write(EmbeddedStore store, List<StoreRow> rows) {
    String lines = rows.stream().map(StoreRow::line).collect(Collectors.joining("\n"));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(store.url() + "/api/v2/write?org=x&bucket=x&precision=ms"))
            .POST(BodyPublishers.ofString(lines))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 204) {
        throw new IllegalStateException(answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while rows were written", e);
    }
    String behind = "SELECT name FROM wal_tables() WHERE writerTxn <> sequencerTxn";
    Awaitility.await().atMost(PATIENCE).until(() -> store.query(behind).isEmpty());
  }

  private String line() {
    String tagged =
        tags.entrySet().stream()
            .map(tag -> ',' + tag.getKey() + '=' + tag.getValue())
            .collect(Collectors.joining());
    String fields = measurement.fields().stream().map(this::field).collect(Collectors.joining(","));
    return measurement.table(window, "_history")
        + tagged
        + ' '
        + fields
        + ' '
        + start.toEpochMilli();
  }

  private String field(Field field) {
    Number value = values.getOrDefault(field.name(), 0);
    String written =
        switch (field.type()) {
          case INTEGER -> value.longValue() + "i";
          case DECIMAL -> Double.toString(value.doubleValue());
          case BOOLEAN -> "true";
          case STRING -> '"' + texts.getOrDefault(field.name(), "text") + '"';
        };
    return field.name() + '=' + written;
  }
}

package city.xueliang.store.reading;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Successions;
import city.xueliang.domain.rule.Colour;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A real store, empty before each test, that a contract is held on. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ReadingContract {
  static final Metric CROWDS = Metric.of(Measure.CROWD_COUNT);
  static final Metric GAS = Metric.of(Measure.GAS_LEL_PERCENT);
  static final Metric GAS_ALERTS = Metric.alerts("gas-leak", Colour.RED);
  static final Metric CROWD_ALERTS = Metric.alerts("crowd", Colour.YELLOW);
  static final Span HOUR = new Span(NOON, minutes(60));

  private Store store;
  private MetricHistory history;

  /** A store that is written to through the real client. */
  interface Store extends AutoCloseable {
    /** Takes all rows away. */
    void empty();

    /** Returns when they can be read. */
    void write(List<TestingRow> rows);

    MetricHistory history(Successions successions);

    @Override
    void close();
  }

  abstract Store start(Path folder);

  /** Reads where no store is. */
  abstract MetricHistory nowhere();

  @BeforeAll
  void startStore(@TempDir Path folder) {
    store = start(folder);
  }

  @BeforeEach
  void emptyStore() {
    store.empty();
    history = store.history(Successions.NONE);
  }

  @AfterAll
  void stopStore() {
    if (store != null) {
      store.close();
    }
  }

  MetricHistory history() {
    return history;
  }

  MetricHistory history(Map<String, String> newerByOlder) {
    return store.history(Successions.of(newerByOlder));
  }

  void write(TestingRow... rows) {
    store.write(List.of(rows));
  }

  void write(List<TestingRow> rows) {
    store.write(rows);
  }

  /** A minute of so many crowd counts. */
  static TestingRow crowd(int minute, int events) {
    return TestingRow.of(CROWDS, minutes(minute)).with("events", events);
  }
}

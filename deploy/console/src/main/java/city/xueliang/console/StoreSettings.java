package city.xueliang.console;

import city.xueliang.domain.place.Successions;
import city.xueliang.store.reading.InfluxDbSource;
import city.xueliang.store.reading.MetricHistory;
import city.xueliang.store.reading.QuestDbSource;
import java.util.Optional;

/**
 * Where the store is: one of the two is given.
 *
 * @param questDb embedded or by itself
 * @param influxDb any that answers InfluxQL
 */
public record StoreSettings(Optional<QuestDbSource> questDb, Optional<InfluxDbSource> influxDb) {
  /** Refuses none and both. */
  public StoreSettings {
    if (questDb.isPresent() == influxDb.isPresent()) {
      throw new IllegalArgumentException("Either a QuestDB or an InfluxDB has to be given");
    }
  }

  public static StoreSettings of(QuestDbSource source) {
    return new StoreSettings(Optional.of(source), Optional.empty());
  }

  public static StoreSettings of(InfluxDbSource source) {
    return new StoreSettings(Optional.empty(), Optional.of(source));
  }

  /** The store's reading port. */
  public MetricHistory history(Successions successions) {
    return questDb
        .map(source -> MetricHistory.in(source, successions))
        .orElseGet(() -> MetricHistory.in(influxDb.orElseThrow(), successions));
  }
}

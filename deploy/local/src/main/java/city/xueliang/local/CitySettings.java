package city.xueliang.local;

import city.xueliang.console.ConsoleSettings;
import city.xueliang.console.StoreSettings;
import city.xueliang.local.store.StoreTables;
import city.xueliang.placewatch.PlaceWatchOptions;
import city.xueliang.placewatch.watch.SilenceClock;
import city.xueliang.store.reading.InfluxDbSource;
import city.xueliang.store.reading.QuestDbSource;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;

/**
 * What the job and the console of a local city are told of it.
 *
 * @param kafka host:port
 * @param store URL of the embedded store, or of the InfluxDB that takes its place
 */
record CitySettings(CityOptions options, String kafka, String store) {
  Configuration ofJob() {
    Configuration job = new Configuration();
    job.set(PlaceWatchOptions.KAFKA, kafka);
    job.set(PlaceWatchOptions.INFLUX_URL, store);
    job.set(PlaceWatchOptions.TIME_ZONE, options.timeZone().getId());
    job.set(PlaceWatchOptions.CHECK_APPEND_TIME, !options.aheadOfClock());
    job.set(
        PlaceWatchOptions.SILENCE_BY,
        options.aheadOfClock() ? SilenceClock.EVENT_TIME : SilenceClock.PROCESSING_TIME);
    if (options.influx() != null) {
      job.set(PlaceWatchOptions.INFLUX_ORG, options.influx().org());
      job.set(PlaceWatchOptions.INFLUX_BUCKET, options.influx().bucket());
      job.set(PlaceWatchOptions.INFLUX_HISTORY_BUCKET, options.influx().historyBucket());
    } else {
      job.set(PlaceWatchOptions.HISTORY_SUFFIX, StoreTables.HISTORY_SUFFIX);
    }
    return job;
  }

  ConsoleSettings ofConsole() {
    StoreSettings asked =
        options.influx() == null
            ? StoreSettings.of(new QuestDbSource(store, StoreTables.HISTORY_SUFFIX))
            : StoreSettings.of(
                new InfluxDbSource(
                    store,
                    options.influx().bucket(),
                    options.influx().historyBucket(),
                    CitySettings::token));
    return ConsoleSettings.onLoopback(options.ports().console(), kafka, asked, options.timeZone());
  }

  private static String token() {
    return Optional.ofNullable(System.getenv(PlaceWatchOptions.TOKEN_VARIABLE)).orElse("");
  }
}

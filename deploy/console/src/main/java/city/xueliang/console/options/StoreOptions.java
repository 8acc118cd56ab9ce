package city.xueliang.console.options;

import city.xueliang.console.StoreSettings;
import city.xueliang.store.reading.InfluxDbSource;
import city.xueliang.store.reading.QuestDbSource;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where figures are read from: the embedded store of the local city, or an InfluxDB. */
final class StoreOptions {
  private static final String TOKEN_VARIABLE = "XUELIANG_INFLUX_TOKEN";
  private static final String HISTORY_SUFFIX = "_history";

  @Option(
      names = "--store-url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:19000",
      descriptionKey = "store-url")
  private String storeUrl;

  @Option(names = "--influx-url", paramLabel = "URL", descriptionKey = "influx-url")
  private String influxUrl;

  @Option(
      names = "--influx-bucket",
      paramLabel = "NAME",
      defaultValue = "xueliang",
      descriptionKey = "influx-bucket")
  private String bucket;

  @Option(
      names = "--influx-history-bucket",
      paramLabel = "NAME",
      defaultValue = "xueliang_history",
      descriptionKey = "influx-history-bucket")
  private String historyBucket;

  StoreSettings settings(Map<String, String> environment) {
    return influxUrl == null
        ? StoreSettings.of(new QuestDbSource(storeUrl, HISTORY_SUFFIX))
        : StoreSettings.of(
            new InfluxDbSource(
                influxUrl,
                bucket,
                historyBucket,
                () -> environment.getOrDefault(TOKEN_VARIABLE, "")));
  }
}

package city.xueliang.placewatch;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;

/**
 * Options of the job, each with default, unit and description. Flink's own options can be given
 * beside them.
 */
public final class PlaceWatchOptions {
  public static final ConfigOption<String> KAFKA =
      ConfigOptions.key("kafka")
          .stringType()
          .defaultValue("127.0.0.1:9092")
          .withDescription("Kafka's bootstrap servers, host:port, separated by commas.");

  public static final ConfigOption<String> RULES =
      ConfigOptions.key("rules")
          .stringType()
          .noDefaultValue()
          .withDescription("YAML file with the rules. No default.");

  public static final ConfigOption<String> INFLUX_URL =
      ConfigOptions.key("influx-url")
          .stringType()
          .defaultValue("http://127.0.0.1:8086")
          .withDescription(
              "Address of InfluxDB, http or https. Its token is read from the environment variable"
                  + " XUELIANG_INFLUX_TOKEN where the job's tasks run.");

  public static final ConfigOption<String> INFLUX_ORG =
      ConfigOptions.key("influx-org")
          .stringType()
          .defaultValue("xueliang")
          .withDescription("InfluxDB's organisation.");

  public static final ConfigOption<String> INFLUX_BUCKET =
      ConfigOptions.key("influx-bucket")
          .stringType()
          .defaultValue("xueliang")
          .withDescription("InfluxDB's bucket for the one-minute rows.");

  public static final ConfigOption<Boolean> CHECK_APPEND_TIME =
      ConfigOptions.key("check-append-time")
          .booleanType()
          .defaultValue(true)
          .withDescription(
              "Whether a record is rejected whose receivedAt is more than 5 min ahead of the"
                  + " broker's append time. Switch it off for a simulation that runs ahead of the"
                  + " clock.");

  public static final ConfigOption<Duration> DISORDER =
      ConfigOptions.key("disorder")
          .durationType()
          .defaultValue(Duration.ofSeconds(5))
          .withDescription(
              "How much the records of a partition may be out of order before a minute is sent"
                  + " without them; they correct it later. 0 s to 10 min.");

  public static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
      ConfigOptions.key("checkpoint-interval")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription("Time between two checkpoints, 100 ms to 1 h.");

  /** Variable with InfluxDB's token: a secret has no place among the options. */
  public static final String TOKEN_VARIABLE = "XUELIANG_INFLUX_TOKEN";

  private static final Duration LONGEST_DISORDER = Duration.ofMinutes(10);

  private PlaceWatchOptions() {}

  /** All of them, as the documentation lists them. */
  public static List<ConfigOption<?>> all() {
    return List.of(
        KAFKA,
        RULES,
        INFLUX_URL,
        INFLUX_ORG,
        INFLUX_BUCKET,
        CHECK_APPEND_TIME,
        DISORDER,
        CHECKPOINT_INTERVAL);
  }

  /**
   * Checks every option before anything is built.
   *
   * @throws IllegalArgumentException naming each wrong option, its value and what is allowed
   */
  public static void check(Configuration options) {
    List<String> problems = new ArrayList<>();
    if (!options.contains(RULES) || !Files.isReadable(Path.of(options.get(RULES)))) {
      problems.add(wrong(RULES, options.get(RULES), "a readable file"));
    }
    if (!options.get(KAFKA).matches("[^,:\\s]+:\\d{1,5}(,[^,:\\s]+:\\d{1,5})*")) {
      problems.add(wrong(KAFKA, options.get(KAFKA), "host:port, separated by commas"));
    }
    if (!isHttp(options.get(INFLUX_URL))) {
      problems.add(wrong(INFLUX_URL, options.get(INFLUX_URL), "http://host:port or https://…"));
    }
    within(options, DISORDER, Duration.ZERO, LONGEST_DISORDER, problems);
    within(options, CHECKPOINT_INTERVAL, Duration.ofMillis(100), Duration.ofHours(1), problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  private static void within(
      Configuration options,
      ConfigOption<Duration> option,
      Duration least,
      Duration greatest,
      List<String> problems) {
    Duration value = options.get(option);
    if (value.compareTo(least) < 0 || value.compareTo(greatest) > 0) {
      problems.add(wrong(option, value, least + " to " + greatest));
    }
  }

  private static boolean isHttp(String url) {
    try {
      String scheme = URI.create(url).getScheme();
      return "http".equals(scheme) || "https".equals(scheme);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String wrong(ConfigOption<?> option, Object value, String allowed) {
    return "--%s is %s; allowed: %s".formatted(option.key(), value, allowed);
  }
}

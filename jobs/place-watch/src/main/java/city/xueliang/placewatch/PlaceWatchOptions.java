package city.xueliang.placewatch;

import city.xueliang.placewatch.watch.SilenceClock;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

  public static final ConfigOption<String> INFLUX_HISTORY_BUCKET =
      ConfigOptions.key("influx-history-bucket")
          .stringType()
          .defaultValue("xueliang_history")
          .withDescription("InfluxDB's bucket for the rows of hours and days.");

  public static final ConfigOption<String> HISTORY_SUFFIX =
      ConfigOptions.key("history-suffix")
          .stringType()
          .defaultValue("")
          .withDescription(
              "Added to the measurement's name of hours and days, for a store without buckets."
                  + " Lower-case letters, digits and _.");
  public static final ConfigOption<String> TIME_ZONE =
      ConfigOptions.key("time-zone")
          .stringType()
          .defaultValue("Asia/Shanghai")
          .withDescription("Time zone in which the city has its hours and days.");

  public static final ConfigOption<Boolean> CHECK_APPEND_TIME =
      ConfigOptions.key("check-append-time")
          .booleanType()
          .defaultValue(true)
          .withDescription(
              "Whether a record is rejected whose receivedAt is more than 5 min ahead of the"
                  + " broker's append time. Switch it off for a simulation that runs ahead of the"
                  + " clock.");

  public static final ConfigOption<SilenceClock> SILENCE_BY =
      ConfigOptions.key("silence-by")
          .enumType(SilenceClock.class)
          .defaultValue(SilenceClock.PROCESSING_TIME)
          .withDescription(
              "Clock by which a device falls silent and the deadlines of alerts pass: processing-time"
                  + " for a live feed, event-time for a replay or a simulation that runs ahead of the"
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
  private static final Pattern SERVER =
      Pattern.compile("(?:[^,:\\s\\[\\]]+|\\[[0-9A-Fa-f:.]+\\]):(\\d{1,5})");
  private static final Pattern SUFFIX = Pattern.compile("[a-z0-9_]{0,32}");
  private static final int GREATEST_PORT = 65_535;

  private PlaceWatchOptions() {}

  /** All of them, as the documentation lists them. */
  public static List<ConfigOption<?>> all() {
    return List.of(
        KAFKA,
        INFLUX_URL,
        INFLUX_ORG,
        INFLUX_BUCKET,
        INFLUX_HISTORY_BUCKET,
        HISTORY_SUFFIX,
        TIME_ZONE,
        CHECK_APPEND_TIME,
        SILENCE_BY,
        DISORDER,
        CHECKPOINT_INTERVAL);
  }

  /**
   * Checks every option before anything is built.
   *
   * @throws IllegalArgumentException naming each wrong option, its value and what is allowed
   */
  public static void check(Configuration options) {
    OptionCheck check = new OptionCheck(options);
    check.that(
        KAFKA, PlaceWatchOptions::areServers, "host:port, separated by commas; port 1 to 65535");
    check.that(
        INFLUX_URL,
        PlaceWatchOptions::isHttp,
        "http://host:port or https://host:port, without user, password and query");
    check.that(INFLUX_ORG, PlaceWatchOptions::isNotBlank, "any text that is not blank");
    check.that(INFLUX_BUCKET, PlaceWatchOptions::isNotBlank, "any text that is not blank");
    check.that(INFLUX_HISTORY_BUCKET, PlaceWatchOptions::isNotBlank, "any text that is not blank");
    check.that(
        HISTORY_SUFFIX,
        suffix -> SUFFIX.matcher(suffix).matches(),
        "up to 32 lower-case letters, digits and _");
    check.that(
        TIME_ZONE,
        ZoneId.getAvailableZoneIds()::contains,
        "a time zone of the IANA database, such as Asia/Shanghai");
    check.that(CHECK_APPEND_TIME, value -> true, "true or false");
    check.that(SILENCE_BY, value -> true, "processing-time or event-time");
    check.that(DISORDER, within(Duration.ZERO, LONGEST_DISORDER), "0 s to 10 min");
    check.that(
        CHECKPOINT_INTERVAL, within(Duration.ofMillis(100), Duration.ofHours(1)), "100 ms to 1 h");
    check.refuseOthers(all());
    check.orThrow();
  }

  private static boolean areServers(String servers) {
    return Arrays.stream(servers.split(",", -1))
        .map(SERVER::matcher)
        .allMatch(
            server ->
                server.matches()
                    && Integer.parseInt(server.group(1)) >= 1
                    && Integer.parseInt(server.group(1)) <= GREATEST_PORT);
  }

  /** Whether this is an address at which InfluxDB can be. */
  public static boolean isHttp(String url) {
    try {
      URI uri = URI.create(url);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getQuery() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isNotBlank(String text) {
    return !text.isBlank();
  }

  private static Predicate<Duration> within(Duration least, Duration greatest) {
    return value -> value.compareTo(least) >= 0 && value.compareTo(greatest) <= 0;
  }
}

package city.xueliang.placewatch.job;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.testing.Moments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Holds the page of metrics to a plain count over the feeds. */
final class MetricsCheck {
  private static final List<String> FIGURES =
      List.of(
          "intake_topic_read",
          "intake_topic_reason_rejected",
          "intake_topic_late",
          "intake_topic_duplicate");

  private MetricsCheck() {}

  /**
   * Asks for the figures of a topic.
   *
   * @param rows of {@link PlainCity#intake}, whose counts stand in the order of the figures
   */
  static void assertFigures(MetricsPage page, String topic, Map<String, List<Long>> rows) {
    for (String figure : FIGURES) {
      int at = FIGURES.indexOf(figure);
      assertThat(page.sum(figure, Map.of("topic", topic)))
          .as("%s of %s", figure, topic)
          .isPositive()
          .isEqualTo(
              rows.entrySet().stream()
                  .filter(row -> row.getKey().contains("topic=" + topic + " "))
                  .mapToLong(row -> row.getValue().get(at))
                  .sum());
    }
    rejectedByReason(topic, rows)
        .forEach(
            (reason, rejected) ->
                assertThat(
                        page.sum(
                            "intake_topic_reason_rejected",
                            Map.of("topic", topic, "reason", reason)))
                    .as("%s of %s", reason, topic)
                    .isEqualTo(rejected));
    assertThat(page.values("intake_topic_missed", Map.of("topic", topic)))
        .isNotEmpty()
        .containsOnly(0.0);
    assertThat(page.values("intake_topic_lagMillis", Map.of("topic", topic)))
        .isNotEmpty()
        .allSatisfy(lag -> assertThat(lag).isBetween(0.0, 600_000.0))
        .anySatisfy(lag -> assertThat(lag).isPositive());
  }

  /** Asks for the delay of a watermark that {@link CityFeeds#end} has brought on its way. */
  static void assertWatermarkDelay(MetricsPage page) {
    Instant newest = Moments.minutes(CityFeeds.MINUTES + 5);
    // The disorder that is waited for; and how far a quiet feed's watermark goes on.
    double most = millisSince(newest.minusSeconds(6));
    double least = millisSince(newest.plusSeconds(80));
    assertThat(page.values("intake_watermarkDelayMillis", Map.of()))
        .hasSize(TestingJob.PARALLELISM)
        .allSatisfy(delay -> assertThat(delay).isBetween(least, most));
  }

  private static Map<String, Long> rejectedByReason(String topic, Map<String, List<Long>> rows) {
    return rows.entrySet().stream()
        .filter(row -> row.getKey().contains("topic=" + topic + " "))
        .filter(row -> !row.getKey().contains("reason=NONE"))
        .collect(
            groupingBy(
                row -> row.getKey().replaceAll(".*reason=(\\w+),.*", "$1"),
                summingLong(row -> row.getValue().get(1))));
  }

  private static double millisSince(Instant time) {
    return Duration.between(time, Clock.systemUTC().instant()).toMillis();
  }
}

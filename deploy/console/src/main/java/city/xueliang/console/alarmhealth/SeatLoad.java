package city.xueliang.console.alarmhealth;

import city.xueliang.store.reading.MetricRow;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a seat was told over a span.
 *
 * @param place code of its place
 * @param rate10min alarms in ten minutes, on average over the whole span
 * @param peak10min most alarms in any ten minutes
 * @param floodPercent share of the span's minutes
 * @param stale open for more than a day without anybody on site, in the newest window
 * @param worstTenPercent share of each window's ten worst sources, as the mean over its alarms;
 *     null if there was no alarm
 * @param open in the newest window
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeatLoad(
    String place,
    long alarms,
    double rate10min,
    long peak10min,
    long floodMinutes,
    double floodPercent,
    long stale,
    long red,
    long orange,
    long yellow,
    long blue,
    long reAlarms,
    Double worstTenPercent,
    long open) {
  private static final double PERCENT = 100;
  private static final double TEN_MINUTES = Duration.ofMinutes(10).toMillis();
  private static final double MINUTE = Duration.ofMinutes(1).toMillis();

  /**
   * The windows of a span together; a window without a row had no alarm.
   *
   * @param rows by time, at least one
   * @param length of the span as far as it is over, milliseconds
   */
  static SeatLoad of(String place, List<MetricRow> rows, long length) {
    MetricRow newest = rows.get(rows.size() - 1);
    long alarms = sum(rows, "alarms");
    long floodMinutes = sum(rows, "flood_minutes");
    return new SeatLoad(
        place,
        alarms,
        alarms * TEN_MINUTES / length,
        rows.stream().mapToLong(row -> whole(row, "peak_10min")).max().orElse(0),
        floodMinutes,
        Math.min(PERCENT, floodMinutes * MINUTE * PERCENT / length),
        whole(newest, "stale"),
        sum(rows, "red"),
        sum(rows, "orange"),
        sum(rows, "yellow"),
        sum(rows, "blue"),
        sum(rows, "re_alarms"),
        alarms == 0 ? null : worstTen(rows) / alarms,
        whole(newest, "open"));
  }

  private static double worstTen(List<MetricRow> rows) {
    return rows.stream()
        .filter(row -> Objects.nonNull(row.values().get("worst_ten_percent")))
        .mapToDouble(
            row -> row.values().get("worst_ten_percent").doubleValue() * whole(row, "alarms"))
        .sum();
  }

  private static long sum(List<MetricRow> rows, String field) {
    return rows.stream().mapToLong(row -> whole(row, field)).sum();
  }

  private static long whole(MetricRow row, String field) {
    Number value = row.values().get(field);
    return value == null ? 0 : value.longValue();
  }
}

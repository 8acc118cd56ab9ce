package city.xueliang.flink.influx;

import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * Rows that tell their number: one second apart from noon, each with a whole number that no double
 * can hold and a decimal one.
 */
final class NumberedRows {
  static final String MEASUREMENT = "readings";
  static final long BEYOND_DOUBLES = (1L << 53) + 1;

  /** How many elements reached a sink since the last {@link #forgetCount}. */
  static final AtomicLong TAKEN = new AtomicLong();

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private NumberedRows() {}

  /** What a store should give back for a row. */
  record Row(long whole, double decimal) {}

  static void forgetCount() {
    TAKEN.set(0);
  }

  static Point point(long number) {
    TAKEN.incrementAndGet();
    return identity(number)
        .addField("whole", BEYOND_DOUBLES + number)
        .addField("decimal", number + 0.25);
  }

  static Point nextVersion(long number) {
    return identity(number).addField("whole", -number).addField("decimal", number + 0.75);
  }

  /** Every good row, but text where row 50 should have its whole number. */
  static Point badAtFifty(long number) {
    return number == 50
        ? identity(number).addField("whole", "fifty").addField("decimal", 50.25)
        : point(number);
  }

  static LineProtocol line(long number) {
    return LineProtocol.of(point(number).toLineProtocol());
  }

  static List<String> lines(long rows) {
    return LongStream.range(0, rows).mapToObj(number -> line(number).toString()).toList();
  }

  static List<Row> rows(long rows) {
    return LongStream.range(0, rows).mapToObj(NumberedRows::row).toList();
  }

  static List<Row> nextVersions(long rows) {
    return LongStream.range(0, rows).mapToObj(n -> new Row(-n, n + 0.75)).toList();
  }

  static Row row(long number) {
    return new Row(BEYOND_DOUBLES + number, number + 0.25);
  }

  private static Point identity(long number) {
    return Point.measurement(MEASUREMENT)
        .addTag("place", "小桥")
        .time(NOON.plusSeconds(number), WritePrecision.MS);
  }
}

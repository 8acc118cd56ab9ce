package city.xueliang.placewatch.publish;

import city.xueliang.domain.coverage.CoverageSum;
import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.store.layout.Measurement;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;

/** Rows of coverage. */
public final class CoveragePoints {
  private CoveragePoints() {}

  /**
   * The whole row, as {@link Measurement} lays it out.
   *
   * @param historySuffix as {@link Measurement#table} takes it
   */
  public static Point point(PlaceCoverage row, String historySuffix) {
    CoverageSum minutes = row.minutes();
    return Point.measurement(Measurement.COVERAGE.table(row.window(), historySuffix))
        .time(row.windowStart(), WritePrecision.MS)
        .addTag("place", row.place())
        .addTag("level", row.level().name())
        .addTag("district", row.district())
        .addTag("window", row.window().name())
        .addField("expected", minutes.expected())
        .addField("heard", minutes.heard())
        .addField("percent", minutes.percent())
        .addField("longest_silence_s", minutes.longestSilenceSeconds())
        .addField("never_reported", minutes.neverReported())
        .addField("silent", minutes.silent())
        .addField("frozen", minutes.frozen())
        .addField("clock_wrong", minutes.clockWrong())
        .addField("complete", row.complete());
  }
}

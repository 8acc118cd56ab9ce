package city.xueliang.placewatch.publish;

import city.xueliang.domain.response.WorstSource;
import city.xueliang.store.layout.Measurement;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;

/** Rows of the sources that keep seats busiest. */
public final class WorstSourcePoints {
  private WorstSourcePoints() {}

  /**
   * The whole row, as {@link Measurement} lays it out.
   *
   * @param historySuffix as {@link Measurement#table} takes it
   */
  public static Point point(WorstSource row, String historySuffix) {
    return Point.measurement(Measurement.WORST_SOURCES.table(row.window(), historySuffix))
        .time(row.windowStart(), WritePrecision.MS)
        .addTag("place", row.place())
        .addTag("level", row.level().name())
        .addTag("district", row.district())
        .addTag("rank", Integer.toString(row.rank()))
        .addTag("window", row.window().name())
        .addField("source_rule", row.ruleId())
        .addField("source_place", row.sourcePlace())
        .addField("alarms", row.alarms())
        .addField("percent", row.percent())
        .addField("complete", row.complete());
  }
}

package city.xueliang.placewatch.publish;

import city.xueliang.domain.response.AlarmHealth;
import city.xueliang.domain.response.AlarmSummary;
import city.xueliang.store.layout.Measurement;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;

/** Rows of the load of seats. */
public final class AlarmHealthPoints {
  private AlarmHealthPoints() {}

  /**
   * The whole row, as {@link Measurement} lays it out.
   *
   * @param historySuffix as {@link Measurement#table} takes it
   */
  public static Point point(AlarmHealth row, String historySuffix) {
    AlarmSummary summary = row.summary();
    return Point.measurement(Measurement.ALARM_HEALTH.table(row.window(), historySuffix))
        .time(row.windowStart(), WritePrecision.MS)
        .addTag("place", row.place())
        .addTag("level", row.level().name())
        .addTag("district", row.district())
        .addTag("window", row.window().name())
        .addField("alarms", summary.alarms())
        .addField("rate_10min", summary.ratePer10Minutes())
        .addField("peak_10min", summary.peakIn10Minutes())
        .addField("flood_minutes", summary.floodMinutes())
        .addField("flood_percent", summary.floodPercent())
        .addField("stale", summary.stale())
        .addField("red", summary.red())
        .addField("orange", summary.orange())
        .addField("yellow", summary.yellow())
        .addField("blue", summary.blue())
        .addField("re_alarms", summary.reAlarms())
        .addField("worst_ten_percent", summary.worstTenPercent())
        .addField("open", summary.open())
        .addField("complete", row.complete());
  }
}

package city.xueliang.placewatch.publish;

import city.xueliang.domain.response.PlaceResponse;
import city.xueliang.domain.response.ResponseSummary;
import city.xueliang.store.layout.Measurement;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;

/** Rows of how alerts are worked. */
public final class ResponsePoints {
  private ResponsePoints() {}

  /**
   * The whole row, as {@link Measurement} lays it out; without the seconds of what did not happen.
   *
   * @param historySuffix as {@link Measurement#table} takes it
   */
  public static Point point(PlaceResponse row, String historySuffix) {
    ResponseSummary summary = row.summary();
    Point point =
        Point.measurement(Measurement.ALERTS.table(row.window(), historySuffix))
            .time(row.windowStart(), WritePrecision.MS)
            .addTag("place", row.place())
            .addTag("level", row.level().name())
            .addTag("district", row.district())
            .addTag("rule", row.ruleId())
            .addTag("colour", row.colour().name())
            .addTag("window", row.window().name())
            .addField("opened", summary.opened())
            .addField("closed", summary.closed())
            .addField("cleared", summary.cleared())
            .addField("false_alarms", summary.falseAlarms())
            .addField("open", summary.open())
            .addField("escalated", summary.escalated())
            .addField("complete", row.complete());
    addSeconds(point, "ack_p50_s", summary.ackMedianSeconds());
    addSeconds(point, "ack_p90_s", summary.ackMostSeconds());
    addSeconds(point, "on_site_p90_s", summary.onSiteMostSeconds());
    addSeconds(point, "close_p90_s", summary.closeMostSeconds());
    return point;
  }

  private static void addSeconds(Point point, String field, double seconds) {
    if (!Double.isNaN(seconds)) {
      point.addField(field, seconds);
    }
  }
}

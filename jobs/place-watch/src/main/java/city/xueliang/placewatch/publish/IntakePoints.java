package city.xueliang.placewatch.publish;

import city.xueliang.domain.intake.IntakeCounts;
import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.store.layout.Measurement;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;

/** Rows of the store about what the job took in. */
public final class IntakePoints {
  private IntakePoints() {}

  /** The whole row, as {@link Measurement#INTAKE} lays it out. */
  public static Point point(IntakeRow row) {
    IntakeCounts counts = row.counts();
    return Point.measurement(Measurement.INTAKE.table())
        .time(row.minute(), WritePrecision.MS)
        .addTag("topic", row.topic())
        .addTag("reason", row.reason())
        .addField("read", counts.read())
        .addField("rejected", counts.rejected())
        .addField("late", counts.late())
        .addField("duplicate", counts.duplicate())
        .addField("lag_ms", counts.lagMillis());
  }
}

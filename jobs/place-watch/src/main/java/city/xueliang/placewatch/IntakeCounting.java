package city.xueliang.placewatch;

import static city.xueliang.flink.job.Stations.station;

import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.intake.SumVerdicts;
import city.xueliang.placewatch.intake.TallyIntake;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of the pipeline that counts what came in. */
final class IntakeCounting {
  private static final BinaryTypeInfo<IntakeRow> ROWS =
      BinaryTypeInfo.of(IntakeRow.class, new IntakeRow.Form());

  private IntakeCounting() {}

  /**
   * Lays it. There are few topics and, for each, some parts every few seconds: one subtask will do.
   *
   * @param counts of every topic's records
   * @param verdicts of the watch on single ones of them
   */
  static void build(
      DataStream<IntakeRow> counts, DataStream<IntakeRow> verdicts, Sink<IntakeRow> sink) {
    var sums = station("sum-verdicts", verdicts.transform("sum-verdicts", ROWS, new SumVerdicts()));
    var rows =
        station(
            "tally-intake",
            counts
                .union(sums)
                .keyBy(IntakeRow::topic)
                .process(new TallyIntake(), ROWS)
                .setParallelism(1));
    station("write-intake", rows.sinkTo(sink).setParallelism(1));
  }
}

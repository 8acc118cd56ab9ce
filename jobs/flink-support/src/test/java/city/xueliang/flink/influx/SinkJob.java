package city.xueliang.flink.influx;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.GuavaRateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job of one subtask that writes the numbers from 0 through a sink and then ends. */
final class SinkJob {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final InfluxDbSink<Long> sink;
  private final Configuration configuration = new Configuration();
  private long rows = 1_000;
  private double rowsPerSecond = 1_000_000;

  private SinkJob(InfluxDbSink<Long> sink) {
    this.sink = sink;
  }

  static SinkJob through(InfluxDbSinkBuilder<Long> sink) {
    return new SinkJob(sink.build());
  }

  SinkJob rows(long rows) {
    this.rows = rows;
    return this;
  }

  SinkJob perSecond(double rowsPerSecond) {
    this.rowsPerSecond = rowsPerSecond;
    return this;
  }

  SinkJob from(String savepoint) {
    configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    return this;
  }

  JobClient start() throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(1);
    env.enableCheckpointing(100);
    // Flink's own factories of this return a raw type.
    double pace = rowsPerSecond;
    RateLimiterStrategy<NumberSequenceSplit> limiter = parallelism -> new GuavaRateLimiter<>(pace);
    DataGeneratorSource<Long> numbers =
        new DataGeneratorSource<>(number -> number, rows, limiter, Types.LONG);
    env.fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
        .uid("numbers")
        .sinkTo(sink)
        .uid("sink");
    return env.executeAsync();
  }

  /** Returns when all rows are written or refused. */
  void run() throws Exception {
    awaitEnd(start());
  }

  static void awaitEnd(JobClient job) throws Exception {
    job.getJobExecutionResult().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** The path of a completed savepoint. */
  static String savepoint(JobClient job, Path folder) throws Exception {
    return job.triggerSavepoint(folder.toUri().toString(), SavepointFormatType.CANONICAL)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  static void cancel(JobClient job) throws Exception {
    job.cancel().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}

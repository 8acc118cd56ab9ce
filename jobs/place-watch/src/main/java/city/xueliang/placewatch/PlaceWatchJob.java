package city.xueliang.placewatch;

import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.flink.influx.InfluxDbSink;
import city.xueliang.flink.influx.InfluxDbTarget;
import city.xueliang.flink.influx.PointConverter;
import city.xueliang.flink.job.JobEnvironment;
import city.xueliang.flink.kafka.KafkaConnectors;
import city.xueliang.flink.time.FeedWatermarks;
import city.xueliang.flink.time.RegistryWatermarks;
import city.xueliang.placewatch.PlaceWatchPipeline.Clocks;
import city.xueliang.placewatch.PlaceWatchPipeline.ResponseSinks;
import city.xueliang.placewatch.PlaceWatchPipeline.Sinks;
import city.xueliang.placewatch.PlaceWatchPipeline.Stores;
import city.xueliang.placewatch.PlaceWatchPipeline.Streams;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.ActionDecoder;
import city.xueliang.placewatch.intake.CameraEventDecoder;
import city.xueliang.placewatch.intake.Decoded;
import city.xueliang.placewatch.intake.DeviceDecoder;
import city.xueliang.placewatch.intake.PlaceDecoder;
import city.xueliang.placewatch.intake.RuleDecoder;
import city.xueliang.placewatch.intake.SensorReadingDecoder;
import city.xueliang.placewatch.intake.SnapshotDecoder;
import city.xueliang.placewatch.intake.TakenAction;
import city.xueliang.placewatch.publish.AlarmHealthPoints;
import city.xueliang.placewatch.publish.AlertRecords;
import city.xueliang.placewatch.publish.CoveragePoints;
import city.xueliang.placewatch.publish.IntakePoints;
import city.xueliang.placewatch.publish.KafkaPublishedRevisions;
import city.xueliang.placewatch.publish.MetricPoints;
import city.xueliang.placewatch.publish.MetricRecords;
import city.xueliang.placewatch.publish.RejectionRecords;
import city.xueliang.placewatch.publish.ResponsePoints;
import city.xueliang.placewatch.publish.WorstSourcePoints;
import city.xueliang.schemas.Topics;
import com.influxdb.client.domain.WritePrecision;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/** The streaming job with its real sources and sinks. */
public final class PlaceWatchJob {
  /** Name of the job and of its consumer group. */
  public static final String NAME = "place-watch";

  /**
   * After which a partition counts as quiet, and how far its watermark goes on: enough to close its
   * last minute.
   */
  private static final Duration QUIET_AFTER = Duration.ofSeconds(5);

  private static final Duration QUIET_ADVANCE = Duration.ofSeconds(75);

  /**
   * How far apart the partitions of the feeds may be read in event time: within the slack that
   * windows are kept.
   */
  private static final Duration MOST_DRIFT = EventTime.SLACK.dividedBy(2);

  private PlaceWatchJob() {}

  /** Runs the job on the cluster that submits it; options as {@link PlaceWatchOptions} says. */
  public static void main(String[] args) throws Exception {
    Configuration options = ParameterTool.fromArgs(args).getConfiguration();
    PlaceWatchOptions.check(options);
    StreamExecutionEnvironment environment =
        JobEnvironment.create(options, options.get(PlaceWatchOptions.CHECKPOINT_INTERVAL));
    build(environment, options);
    environment.execute(NAME);
  }

  /** Lays the pipeline between Kafka's topics and the store. */
  public static void build(StreamExecutionEnvironment environment, Configuration options) {
    KafkaConnectors kafka = new KafkaConnectors(options.get(PlaceWatchOptions.KAFKA), NAME);
    Streams streams =
        new Streams(
            cameraEvents(environment, kafka, options),
            sensorReadings(environment, kafka, options),
            registry(environment, kafka, Topics.DEVICES, new DeviceDecoder()),
            registry(environment, kafka, Topics.PLACES, new PlaceDecoder()),
            registry(environment, kafka, Topics.RULES, new RuleDecoder()),
            actions(environment, kafka));
    String historySuffix = options.get(PlaceWatchOptions.HISTORY_SUFFIX);
    PointConverter<PlaceMetric> metrics = metric -> MetricPoints.point(metric, historySuffix);
    PointConverter<PlaceCoverage> coverage = row -> CoveragePoints.point(row, historySuffix);
    Sinks sinks =
        new Sinks(
            stores(options, metrics),
            stores(options, coverage),
            kafka.sink(Topics.PLACE_METRICS, MetricRecords.bytes()),
            kafka.sink(Topics.ALERTS, AlertRecords.bytes()),
            new KafkaPublishedRevisions(options.get(PlaceWatchOptions.KAFKA)),
            new ResponseSinks(
                stores(options, row -> ResponsePoints.point(row, historySuffix)),
                history(options, row -> AlarmHealthPoints.point(row, historySuffix)),
                history(options, row -> WorstSourcePoints.point(row, historySuffix))),
            kafka.sink(Topics.REJECTED_RECORDS, RejectionRecords.bytes()),
            store(options, PlaceWatchOptions.INFLUX_BUCKET, IntakePoints::point));
    Clocks clocks =
        new Clocks(
            ZoneId.of(options.get(PlaceWatchOptions.TIME_ZONE)),
            options.get(PlaceWatchOptions.SILENCE_BY));
    PlaceWatchPipeline.build(streams, clocks, sinks);
  }

  private static DataStream<Decoded<Accepted>> cameraEvents(
      StreamExecutionEnvironment environment, KafkaConnectors kafka, Configuration options) {
    return feed(
        environment,
        kafka,
        options,
        Topics.CAMERA_EVENTS,
        new CameraEventDecoder(options.get(PlaceWatchOptions.CHECK_APPEND_TIME)));
  }

  private static DataStream<Decoded<Accepted>> sensorReadings(
      StreamExecutionEnvironment environment, KafkaConnectors kafka, Configuration options) {
    return feed(
        environment,
        kafka,
        options,
        Topics.SENSOR_READINGS,
        new SensorReadingDecoder(options.get(PlaceWatchOptions.CHECK_APPEND_TIME)));
  }

  private static DataStream<Decoded<Accepted>> feed(
      StreamExecutionEnvironment environment,
      KafkaConnectors kafka,
      Configuration options,
      String topic,
      KafkaRecordDeserializationSchema<Decoded<Accepted>> decoder) {
    FeedWatermarks.Settings settings =
        new FeedWatermarks.Settings(
            options.get(PlaceWatchOptions.DISORDER), QUIET_AFTER, QUIET_ADVANCE);
    return environment
        .fromSource(
            kafka.feed(topic, decoder),
            FeedWatermarks.<Decoded<Accepted>>strategy(settings, PlaceWatchJob::eventTime)
                .withWatermarkAlignment("feeds", MOST_DRIFT, Duration.ofMillis(500)),
            topic)
        .uid("read-" + topic);
  }

  /** A rejected record touches no watermark. */
  private static long eventTime(Decoded<Accepted> decoded) {
    return decoded.rejection() == null
        ? EventTime.of(decoded.value().observation())
        : FeedWatermarks.NO_TIME;
  }

  /** What seats do does not hold event time back. */
  private static DataStream<Decoded<TakenAction>> actions(
      StreamExecutionEnvironment environment, KafkaConnectors kafka) {
    return environment
        .fromSource(
            kafka.feed(Topics.DISPATCH_ACTIONS, new ActionDecoder()),
            RegistryWatermarks.ofChanges(),
            Topics.DISPATCH_ACTIONS)
        .uid("read-" + Topics.DISPATCH_ACTIONS);
  }

  private static <T> DataStream<Decoded<T>> registry(
      StreamExecutionEnvironment environment,
      KafkaConnectors kafka,
      String topic,
      KafkaRecordDeserializationSchema<Decoded<T>> decoder) {
    DataStream<Decoded<T>> snapshot =
        environment
            .fromSource(
                kafka.snapshot(topic, new SnapshotDecoder<>(decoder)),
                RegistryWatermarks.ofSnapshot(),
                topic + "-snapshot")
            .uid("read-" + topic + "-snapshot");
    DataStream<Decoded<T>> changes =
        environment
            .fromSource(
                kafka.changes(topic, decoder), RegistryWatermarks.ofChanges(), topic + "-changes")
            .uid("read-" + topic + "-changes");
    return snapshot.union(changes);
  }

  private static <T> Stores<T> stores(Configuration options, PointConverter<T> points) {
    return new Stores<>(
        store(options, PlaceWatchOptions.INFLUX_BUCKET, points), history(options, points));
  }

  private static <T> InfluxDbSink<T> history(Configuration options, PointConverter<T> points) {
    return store(options, PlaceWatchOptions.INFLUX_HISTORY_BUCKET, points);
  }

  private static <T> InfluxDbSink<T> store(
      Configuration options, ConfigOption<String> bucket, PointConverter<T> points) {
    return InfluxDbSink.<T>builder()
        .target(
            new InfluxDbTarget(
                options.get(PlaceWatchOptions.INFLUX_URL),
                options.get(PlaceWatchOptions.INFLUX_ORG),
                options.get(bucket),
                WritePrecision.MS,
                PlaceWatchJob::token))
        .points(points)
        .refusedPoints(RejectionRecords.refusedPoints(options.get(PlaceWatchOptions.KAFKA)))
        .build();
  }

  private static String token() {
    String token = System.getenv(PlaceWatchOptions.TOKEN_VARIABLE);
    return token == null ? "" : token;
  }
}

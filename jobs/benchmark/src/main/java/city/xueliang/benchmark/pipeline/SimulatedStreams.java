package city.xueliang.benchmark.pipeline;

import city.xueliang.domain.place.Registry;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.feeds.registry.RegistryRecords;
import city.xueliang.placewatch.PlaceWatchPipeline.Streams;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.ActionDecoder;
import city.xueliang.placewatch.intake.CameraEventDecoder;
import city.xueliang.placewatch.intake.Decoded;
import city.xueliang.placewatch.intake.DeviceChange;
import city.xueliang.placewatch.intake.DeviceDecoder;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.PlaceDecoder;
import city.xueliang.placewatch.intake.RuleChange;
import city.xueliang.placewatch.intake.RuleDecoder;
import city.xueliang.rulebook.RulebookRecords;
import city.xueliang.schemas.Device;
import city.xueliang.schemas.Place;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** What flows into the pipeline: the feeds of a simulated city, its registry, and the rules. */
public final class SimulatedStreams {
  /** By how much the watermarks trail behind the records. */
  public static final long DISORDER_MILLIS = 5_000;

  private SimulatedStreams() {}

  /**
   * Lays them.
   *
   * @param steps how many of time
   * @param gate lets the steps pass
   */
  public static Streams of(
      StreamExecutionEnvironment environment,
      FeedOptions options,
      long steps,
      RateLimiterStrategy<NumberSequenceSplit> gate,
      Rulebook rules)
      throws Exception {
    SingleOutputStreamOperator<Decoded<Accepted>> feed =
        environment
            .fromSource(
                new DataGeneratorSource<>(step -> step, steps, gate, Types.LONG),
                WatermarkStrategy.forGenerator(context -> new StepWatermarks(options)),
                "steps")
            .uid("steps")
            .setParallelism(1)
            .process(new SimulatedFeed(options), new CameraEventDecoder(false).getProducedType())
            .uid("simulated-feed")
            .setParallelism(1);
    Registry city = options.city();
    return new Streams(
        feed,
        feed.getSideOutput(SimulatedFeed.SENSOR_READINGS),
        devices(environment, city, options),
        places(environment, city, options),
        rules(environment, rules, options),
        nothing(environment, new ActionDecoder().getProducedType(), "actions"));
  }

  private static DataStream<Decoded<DeviceChange>> devices(
      StreamExecutionEnvironment environment, Registry city, FeedOptions options) throws Exception {
    SingleObjectCodec<Device> codec = SingleObjectCodec.of(Device.class);
    List<byte[]> entries =
        city.devices().stream().map(RegistryRecords::toRecord).map(codec::encode).toList();
    DeviceDecoder decoder = new DeviceDecoder();
    return environment
        .fromData(decoded(Topics.DEVICES, entries, decoder, options), decoder.getProducedType())
        .uid("devices")
        .setParallelism(1);
  }

  private static DataStream<Decoded<PlaceChange>> places(
      StreamExecutionEnvironment environment, Registry city, FeedOptions options) throws Exception {
    SingleObjectCodec<Place> codec = SingleObjectCodec.of(Place.class);
    List<byte[]> entries =
        city.places().stream().map(RegistryRecords::toRecord).map(codec::encode).toList();
    PlaceDecoder decoder = new PlaceDecoder();
    return environment
        .fromData(decoded(Topics.PLACES, entries, decoder, options), decoder.getProducedType())
        .uid("places")
        .setParallelism(1);
  }

  private static DataStream<Decoded<RuleChange>> rules(
      StreamExecutionEnvironment environment, Rulebook rules, FeedOptions options)
      throws Exception {
    RulebookRecords records = new RulebookRecords();
    RuleDecoder decoder = new RuleDecoder();
    decoder.open(null);
    List<Decoded<RuleChange>> decoded = new ArrayList<>();
    ListCollector<Decoded<RuleChange>> out = new ListCollector<>(decoded);
    for (RulebookChange change : rules.entries().values()) {
      decoder.deserialize(
          published(Topics.RULES, change.key(), decoded.size(), records.encode(change), options),
          out);
    }
    return decoded.isEmpty()
        ? nothing(environment, decoder.getProducedType(), "rules")
        : environment.fromData(decoded, decoder.getProducedType()).uid("rules").setParallelism(1);
  }

  private static <T> DataStream<T> nothing(
      StreamExecutionEnvironment environment, TypeInformation<T> type, String uid) {
    // A source of no elements asks for its first all the same.
    return environment
        .fromData(0L)
        .uid(uid)
        .setParallelism(1)
        .flatMap((Long any, Collector<T> out) -> {})
        .returns(type)
        .uid("no-" + uid)
        .setParallelism(1);
  }

  /** As if the registry had been published when the first day began. */
  private static <T> List<Decoded<T>> decoded(
      String topic,
      List<byte[]> entries,
      KafkaRecordDeserializationSchema<Decoded<T>> decoder,
      FeedOptions options)
      throws Exception {
    decoder.open(null);
    List<Decoded<T>> decoded = new ArrayList<>();
    ListCollector<Decoded<T>> out = new ListCollector<>(decoded);
    for (byte[] entry : entries) {
      decoder.deserialize(published(topic, "", decoded.size(), entry, options), out);
    }
    return decoded;
  }

  private static ConsumerRecord<byte[], byte[]> published(
      String topic, String key, long offset, byte[] entry, FeedOptions options) {
    return new ConsumerRecord<>(
        topic,
        0,
        offset,
        options.start().toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        entry.length,
        key.getBytes(StandardCharsets.UTF_8),
        entry,
        new RecordHeaders(),
        Optional.empty());
  }
}

package city.xueliang.benchmark.week;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.place.Registry;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.feeds.registry.RegistryRecords;
import city.xueliang.feeds.simulate.SimulationOptions;
import city.xueliang.placewatch.PlaceWatchPipeline;
import city.xueliang.placewatch.PlaceWatchPipeline.Clocks;
import city.xueliang.placewatch.PlaceWatchPipeline.ResponseSinks;
import city.xueliang.placewatch.PlaceWatchPipeline.Sinks;
import city.xueliang.placewatch.PlaceWatchPipeline.Stores;
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
import city.xueliang.placewatch.intake.TakenAction;
import city.xueliang.placewatch.watch.SilenceClock;
import city.xueliang.rulebook.RulebookRecords;
import city.xueliang.schemas.Device;
import city.xueliang.schemas.Place;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** The job's own pipeline between a simulated city and nowhere. */
final class WeekJob {
  private WeekJob() {}

  static void build(StreamExecutionEnvironment environment, WeekOptions options, Rulebook rules)
      throws Exception {
    // One more than will pass: a source that has ended can be looked at no more.
    long minutes = (long) options.days() * WeekOptions.MINUTES_OF_DAY + 1;
    SingleOutputStreamOperator<Decoded<Accepted>> feed =
        environment
            .fromSource(
                new DataGeneratorSource<>(minute -> minute, minutes, new DayGate(), Types.LONG),
                WatermarkStrategy.noWatermarks(),
                "minutes")
            .uid("minutes")
            .setParallelism(1)
            .process(new SimulatedFeed(options), new CameraEventDecoder(false).getProducedType())
            .uid("simulated-feed")
            .setParallelism(1);
    Registry city = SimulatedFeed.city(options);
    Streams streams =
        new Streams(
            timed("camera-events-times", feed),
            timed("sensor-readings-times", feed.getSideOutput(SimulatedFeed.SENSOR_READINGS)),
            devices(environment, city, options),
            places(environment, city, options),
            rules(environment, rules, options),
            noActions(environment));
    Sinks sinks =
        new Sinks(
            new Stores<>(new DiscardingSink<>(), new DiscardingSink<>()),
            new Stores<>(new DiscardingSink<>(), new DiscardingSink<>()),
            new DiscardingSink<>(),
            new DiscardingSink<>(),
            since -> Map.of(),
            new ResponseSinks(
                new Stores<>(new DiscardingSink<>(), new DiscardingSink<>()),
                new DiscardingSink<>(),
                new DiscardingSink<>()),
            new DiscardingSink<>(),
            new DiscardingSink<>());
    Clocks clocks = new Clocks(SimulationOptions.ZONE, SilenceClock.EVENT_TIME);
    PlaceWatchPipeline.build(streams, clocks, sinks);
  }

  private static DataStream<Decoded<Accepted>> timed(
      String uid, DataStream<Decoded<Accepted>> feed) {
    return feed.assignTimestampsAndWatermarks(
            WatermarkStrategy.<Decoded<Accepted>>forGenerator(context -> new EachMinute<>())
                .withTimestampAssigner((decoded, none) -> eventTime(decoded)))
        .uid(uid)
        .setParallelism(1);
  }

  /** A rejected record touches no watermark. */
  private static long eventTime(Decoded<Accepted> decoded) {
    return decoded.rejection() == null
        ? EventTime.of(decoded.value().observation())
        : Long.MIN_VALUE;
  }

  private static DataStream<Decoded<DeviceChange>> devices(
      StreamExecutionEnvironment environment, Registry city, WeekOptions options) throws Exception {
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
      StreamExecutionEnvironment environment, Registry city, WeekOptions options) throws Exception {
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
      StreamExecutionEnvironment environment, Rulebook rules, WeekOptions options)
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
    return environment.fromData(decoded, decoder.getProducedType()).uid("rules").setParallelism(1);
  }

  private static DataStream<Decoded<TakenAction>> noActions(
      StreamExecutionEnvironment environment) {
    ActionDecoder decoder = new ActionDecoder();
    return environment
        .fromData(List.<Decoded<TakenAction>>of(), decoder.getProducedType())
        .uid("actions")
        .setParallelism(1);
  }

  /** As if the registry had been published when the first day began. */
  private static <T> List<Decoded<T>> decoded(
      String topic,
      List<byte[]> entries,
      KafkaRecordDeserializationSchema<Decoded<T>> decoder,
      WeekOptions options)
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
      String topic, String key, long offset, byte[] entry, WeekOptions options) {
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

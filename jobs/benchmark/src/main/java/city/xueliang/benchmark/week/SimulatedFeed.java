package city.xueliang.benchmark.week;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.place.Registry;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.feeds.simulate.SimulatedRecord;
import city.xueliang.feeds.simulate.Simulation;
import city.xueliang.feeds.simulate.SimulationOptions;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.feeds.simulate.fault.FaultOptions;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.CameraEventDecoder;
import city.xueliang.placewatch.intake.Decoded;
import city.xueliang.placewatch.intake.SensorReadingDecoder;
import city.xueliang.schemas.Topics;
import java.io.Serial;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes the numbers of the minutes in their order and makes the records that the gateway sends in
 * each, decoded: camera events go on, sensor readings aside.
 */
final class SimulatedFeed extends ProcessFunction<Long, Decoded<Accepted>> {
  @Serial private static final long serialVersionUID = 1L;

  static final OutputTag<Decoded<Accepted>> SENSOR_READINGS =
      new OutputTag<>("sensor-readings", new SensorReadingDecoder(false).getProducedType());

  /** Sent in this process. */
  private static final AtomicLong SENT = new AtomicLong();

  private static final AtomicLong SENT_BEFORE_LAST_MINUTES = new AtomicLong();

  /** The lateness and the slack: what the job remembers of a day at its end. */
  private static final long LAST_MINUTES = EventTime.LATENESS.plus(EventTime.SLACK).toMinutes();

  private final WeekOptions options;
  private transient Simulation simulation;
  private transient SimulatedRecord next;
  private transient CameraEventDecoder cameraEvents;
  private transient SensorReadingDecoder sensorReadings;

  SimulatedFeed(WeekOptions options) {
    this.options = options;
  }

  static long sent() {
    return SENT.get();
  }

  /** Of these, in the last minutes of the day that has just ended. */
  static long sentInLastMinutes() {
    return SENT.get() - SENT_BEFORE_LAST_MINUTES.get();
  }

  /** The city of these options. */
  static Registry city(WeekOptions options) {
    return SimulatedCity.xining(
        new CityOptions(options.seed(), options.scale(), options.recordsPerSecond()));
  }

  @Override
  public void open(OpenContext context) {
    SimulationOptions simulated =
        new SimulationOptions(
            options.seed(),
            options.start(),
            options.recordsPerSecond(),
            null,
            options.incidentsPerHour(),
            FaultOptions.REALISTIC,
            SimulationOptions.ZONE);
    simulation = new Simulation(city(options), simulated, incident -> {});
    cameraEvents = new CameraEventDecoder(false);
    cameraEvents.open(null);
    sensorReadings = new SensorReadingDecoder(false);
    sensorReadings.open(null);
    next = simulation.next();
  }

  @Override
  public void processElement(Long minute, Context context, Collector<Decoded<Accepted>> out) {
    if ((minute + LAST_MINUTES) % WeekOptions.MINUTES_OF_DAY == 0) {
      SENT_BEFORE_LAST_MINUTES.set(SENT.get());
    }
    long end = options.start().toEpochMilli() + (minute + 1) * Minutes.LENGTH_MILLIS;
    Collector<Decoded<Accepted>> aside = new Aside(context);
    while (next.at() < end) {
      ConsumerRecord<byte[], byte[]> record =
          new ConsumerRecord<>(next.topic(), 0, SENT.getAndIncrement(), null, next.value());
      if (next.topic().equals(Topics.CAMERA_EVENTS)) {
        cameraEvents.deserialize(record, out);
      } else {
        sensorReadings.deserialize(record, aside);
      }
      next = simulation.next();
    }
  }

  private record Aside(ProcessFunction<Long, Decoded<Accepted>>.Context context)
      implements Collector<Decoded<Accepted>> {
    @Override
    public void collect(Decoded<Accepted> decoded) {
      context.output(SENSOR_READINGS, decoded);
    }

    @Override
    public void close() {}
  }
}

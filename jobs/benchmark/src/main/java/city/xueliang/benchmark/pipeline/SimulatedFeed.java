package city.xueliang.benchmark.pipeline;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.feeds.simulate.SimulatedRecord;
import city.xueliang.feeds.simulate.Simulation;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.CameraEventDecoder;
import city.xueliang.placewatch.intake.Decoded;
import city.xueliang.placewatch.intake.SensorReadingDecoder;
import city.xueliang.schemas.Topics;
import java.io.Serial;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes the numbers of the steps of time in their order and makes the records that the gateway
 * sends in each, decoded: camera events go on, sensor readings aside.
 */
public final class SimulatedFeed extends ProcessFunction<Long, Decoded<Accepted>> {
  @Serial private static final long serialVersionUID = 1L;

  static final OutputTag<Decoded<Accepted>> SENSOR_READINGS =
      new OutputTag<>("sensor-readings", new SensorReadingDecoder(false).getProducedType());

  /** Sent in this process. */
  private static final AtomicLong SENT = new AtomicLong();

  private static final AtomicLong SENT_BEFORE_LAST_MINUTES = new AtomicLong();

  private static final long DAY = Duration.ofDays(1).toMillis();

  /** The lateness and the slack: what the job remembers of a day at its end. */
  private static final long LAST_MINUTES = EventTime.LATENESS.plus(EventTime.SLACK).toMillis();

  private final FeedOptions options;
  private transient Simulation simulation;
  private transient SimulatedRecord next;
  private transient CameraEventDecoder cameraEvents;
  private transient SensorReadingDecoder sensorReadings;

  SimulatedFeed(FeedOptions options) {
    this.options = options;
  }

  public static long sent() {
    return SENT.get();
  }

  /** Of these, in the last minutes of the day that has just ended. */
  public static long sentInLastMinutes() {
    return SENT.get() - SENT_BEFORE_LAST_MINUTES.get();
  }

  @Override
  public void open(OpenContext context) {
    simulation = options.simulation(incident -> {});
    cameraEvents = new CameraEventDecoder(false);
    cameraEvents.open(null);
    sensorReadings = new SensorReadingDecoder(false);
    sensorReadings.open(null);
    next = simulation.next();
  }

  @Override
  public void processElement(Long step, Context context, Collector<Decoded<Accepted>> out) {
    long begin = step * options.stepMillis();
    if ((begin + LAST_MINUTES) % DAY == 0) {
      SENT_BEFORE_LAST_MINUTES.set(SENT.get());
    }
    long end = options.endOf(step);
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

package city.xueliang.benchmark.pipeline;

import city.xueliang.domain.alert.Alert;
import city.xueliang.placewatch.PlaceWatchPipeline.ResponseSinks;
import city.xueliang.placewatch.PlaceWatchPipeline.Sinks;
import city.xueliang.placewatch.PlaceWatchPipeline.Stores;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Sinks that keep nothing. */
public final class DiscardingSinks {
  private DiscardingSinks() {}

  /** All of the pipeline's but that of its alerts. */
  public static Sinks but(Sink<Alert> alerts) {
    return new Sinks(
        stores(),
        stores(),
        new DiscardingSink<>(),
        alerts,
        since -> Map.of(),
        new ResponseSinks(stores(), new DiscardingSink<>(), new DiscardingSink<>()),
        new DiscardingSink<>(),
        new DiscardingSink<>());
  }

  private static <T> Stores<T> stores() {
    return new Stores<>(new DiscardingSink<>(), new DiscardingSink<>());
  }
}

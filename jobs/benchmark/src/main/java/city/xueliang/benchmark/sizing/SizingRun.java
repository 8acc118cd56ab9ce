package city.xueliang.benchmark.sizing;

import city.xueliang.benchmark.cluster.BenchmarkCluster;
import city.xueliang.benchmark.cluster.RunFolder;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Registry;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Window;
import city.xueliang.feeds.simulate.SimulationOptions;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.flink.state.BinaryTypeInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Writes the rows of a day into an empty store, by the sink that the job uses, and looks. */
final class SizingRun {
  private static final int MINUTES_OF_HOUR = 60;
  private static final double ANY_RATE = 500;
  private static final BinaryForm<PlaceMetric> FORM = new PlaceMetric.Form();

  private final SizingOptions options;
  private final List<SizedPlace> places;

  SizingRun(SizingOptions options) {
    this.options = options;
    Registry city =
        SimulatedCity.xining(new CityOptions(options.seed(), options.scale(), ANY_RATE));
    this.places = SizedPlace.of(city.places());
  }

  /**
   * The figures.
   *
   * @param name of the store
   * @param folder for Flink's files
   */
  SizingFigures measure(String name, MeasuredStore store, Path folder) throws Exception {
    double seconds = write(store, folder);
    boolean settled = store.settle();
    Map<Window, Long> rows = store.rows();
    requireAll(rows);
    long series = store.series();
    Map<String, Long> bytes = store.bytes();
    long all = rows.values().stream().mapToLong(Long::longValue).sum();
    long history = rows.get(Window.HOUR) + rows.get(Window.DAY);
    return new SizingFigures(
        name,
        places.stream().filter(place -> place.level() == Level.GRID).count(),
        places.size(),
        options.measures(),
        options.hours(),
        series,
        rows,
        bytes,
        store.indexBytes(),
        (double) bytes(bytes, false) / rows.get(Window.MINUTE),
        (double) bytes(bytes, true) / history,
        seconds,
        Math.round(all / seconds),
        settled);
  }

  private double write(MeasuredStore store, Path parent) throws Exception {
    RunFolder folder = RunFolder.in(parent);
    try (BenchmarkCluster cluster = BenchmarkCluster.start(folder.path(), 1)) {
      StreamExecutionEnvironment environment = cluster.environment(Duration.ofHours(1));
      DataStream<PlaceMetric> rows =
          environment
              .fromSequence(0, (long) options.hours() * MINUTES_OF_HOUR - 1)
              .uid("minutes")
              .flatMap(new DayOfRows(options, places, SimulationOptions.ZONE))
              .uid("rows")
              .returns(BinaryTypeInfo.of(PlaceMetric.class, FORM));
      rows.filter(row -> row.window() == Window.MINUTE)
          .uid("minute-rows")
          .sinkTo(store.sink(MeasuredStore.MINUTES, options.batch()))
          .uid("write-minutes");
      rows.filter(row -> row.window() != Window.MINUTE)
          .uid("history-rows")
          .sinkTo(store.sink(MeasuredStore.HISTORY, options.batch()))
          .uid("write-history");
      long begun = System.nanoTime();
      cluster.run(environment);
      return (double) (System.nanoTime() - begun) / TimeUnit.SECONDS.toNanos(1);
    } finally {
      folder.delete();
    }
  }

  private void requireAll(Map<Window, Long> stored) {
    long series = (long) places.size() * options.measures().size();
    Map<Window, Long> sent =
        Map.of(
            Window.MINUTE, series * options.hours() * MINUTES_OF_HOUR,
            Window.HOUR, series * options.hours(),
            Window.DAY, series);
    if (!stored.equals(sent)) {
      throw new IllegalStateException("Sent were %s rows, stored are %s".formatted(sent, stored));
    }
  }

  private static long bytes(Map<String, Long> bytes, boolean isHistory) {
    return bytes.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("_history") == isHistory)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}

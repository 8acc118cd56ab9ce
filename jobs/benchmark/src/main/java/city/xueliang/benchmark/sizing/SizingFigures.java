package city.xueliang.benchmark.sizing;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.tally.Window;
import java.util.List;
import java.util.Map;

/**
 * What was measured; the line of JSON has these names.
 *
 * @param hours of the day that were written: nothing is extrapolated from fewer than 24
 * @param settled whether the bytes are those that stay; else the store was still compacting
 * @param bytes on disk by bucket or table
 * @param indexBytes of what finds the series, where the store keeps it apart
 * @param bytesPerMinuteRow of the bucket or tables of minutes
 * @param bytesPerHistoryRow of those of hours and days
 * @param seconds until the store had acknowledged all rows
 */
record SizingFigures(
    String store,
    long grids,
    long places,
    List<Measure> measures,
    int hours,
    long series,
    Map<Window, Long> rows,
    Map<String, Long> bytes,
    long indexBytes,
    double bytesPerMinuteRow,
    double bytesPerHistoryRow,
    double seconds,
    long rowsPerSecond,
    boolean settled) {

  SizingFigures {
    measures = List.copyOf(measures);
    rows = Map.copyOf(rows);
    bytes = Map.copyOf(bytes);
  }
}

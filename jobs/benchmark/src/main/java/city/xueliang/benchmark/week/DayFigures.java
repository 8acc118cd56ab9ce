package city.xueliang.benchmark.week;

import java.util.Map;

/**
 * What was found at the end of a simulated day.
 *
 * @param heapBytes of all live objects
 * @param checkpointBytes of the whole checkpoint
 * @param stateBytes of the checkpoint by task
 * @param instances on the heap of the classes that hold state, by class
 * @param lastRecords of those of the day that came within lateness and slack of its end: a burst of
 *     them is remembered in {@code watch-device}
 */
record DayFigures(
    int day,
    long heapBytes,
    long checkpointBytes,
    Map<String, Long> stateBytes,
    Map<String, Long> instances,
    long records,
    long lastRecords,
    long recordsPerSecond) {

  DayFigures {
    stateBytes = Map.copyOf(stateBytes);
    instances = Map.copyOf(instances);
  }
}

package city.xueliang.benchmark.week;

import java.util.Map;

/**
 * What was found at the end of a simulated day.
 *
 * @param heapBytes of all live objects
 * @param checkpointBytes of the whole checkpoint
 * @param stateBytes of the checkpoint by task
 * @param instances on the heap of the classes that hold state, by class
 */
record DayFigures(
    int day,
    long heapBytes,
    long checkpointBytes,
    Map<String, Long> stateBytes,
    Map<String, Long> instances,
    long records,
    long recordsPerSecond) {

  DayFigures {
    stateBytes = Map.copyOf(stateBytes);
    instances = Map.copyOf(instances);
  }
}

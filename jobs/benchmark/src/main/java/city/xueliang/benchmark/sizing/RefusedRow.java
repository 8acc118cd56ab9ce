package city.xueliang.benchmark.sizing;

import city.xueliang.flink.influx.RefusedPoints;

/** Ends the run: a figure without all rows would be none. */
final class RefusedRow implements RefusedPoints.Handler {
  @Override
  public void refuse(String lineProtocol, String serverWords) {
    throw new IllegalStateException(
        "The store refused '%s': %s".formatted(lineProtocol, serverWords));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}

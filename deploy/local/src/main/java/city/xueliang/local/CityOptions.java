package city.xueliang.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * How the city is to be run.
 *
 * @param span how long it runs by itself; null: until it is stopped
 * @param rate simulated records per second; 0 for no simulator
 * @param scale size of the simulated city; 1 is Xining
 * @param places files of the registry; empty for the simulated city's
 * @param rules file of the rules that replace those in force; null for the default ones where there
 *     are none yet
 * @param timeZone in which the city has its hours and days
 * @param aheadOfClock whether records are taken that were received after the broker got them
 * @param influx where the rows go instead of the embedded store; null for that
 */
record CityOptions(
    Duration span,
    double rate,
    long seed,
    double scale,
    List<Path> places,
    Path rules,
    Path data,
    boolean fresh,
    ZoneId timeZone,
    boolean aheadOfClock,
    Ports ports,
    Influx influx) {

  /** Whether the user asks for rules of their own. */
  boolean replacesRules() {
    return rules != null;
  }

  /** TCP ports of 127.0.0.1; 0 takes a free one. */
  record Ports(int kafka, int store, int flink, int metrics, int console) {}

  /**
   * A real InfluxDB.
   *
   * @param bucket for the rows of minutes
   * @param historyBucket for the rows of hours and days
   */
  record Influx(String url, String org, String bucket, String historyBucket) {}
}

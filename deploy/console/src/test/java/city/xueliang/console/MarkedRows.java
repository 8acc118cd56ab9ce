package city.xueliang.console;

import city.xueliang.console.browser.StoreRow;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.Measurement;
import city.xueliang.testing.Moments;
import city.xueliang.testing.Town;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Rows of every place of the testing city. Each holds a figure that no other row has, by which an
 * answer tells whose rows went into it, whether or not it names the place.
 */
enum MarkedRows {
  EVENTS,
  COVERAGE,
  NEXT_COVERAGE,
  ALARM_HEALTH,
  WORST_SOURCES,
  READINGS,
  METRICS;

  private static final List<String> ALL = TestingCity.places().stream().map(Place::code).toList();

  /** The figure of a place. */
  long of(String place) {
    return 40_000_007L + 1_000_000L * List.of(values()).indexOf(this) + 1_000L * ALL.indexOf(place);
  }

  /** The places whose figures an answer holds. */
  Set<String> toldBy(String answer) {
    Set<String> told = new TreeSet<>();
    for (String place : ALL) {
      if (Pattern.compile("(?<![0-9])" + of(place) + "(?![0-9])").matcher(answer).find()) {
        told.add(place);
      }
    }
    return told;
  }

  /** A minute of flames. */
  static List<StoreRow> events(Instant minute) {
    return each(
        place ->
            StoreRow.of(Measurement.CAMERA_EVENTS, place, Window.MINUTE, minute)
                .tag("kind", "FLAME")
                .with("events", EVENTS.of(place)));
  }

  /** A minute in which one device of each place is silent. */
  List<StoreRow> coverage(Instant minute) {
    return each(
        place ->
            StoreRow.of(Measurement.COVERAGE, place, Window.MINUTE, minute)
                .with("expected", of(place))
                .with("heard", of(place) - 1));
  }

  /** An hour of alarms; places of which nobody is in charge have some as well. */
  static List<StoreRow> alarmHealth(Instant hour) {
    return each(
        place ->
            StoreRow.of(Measurement.ALARM_HEALTH, place, Window.HOUR, hour)
                .with("alarms", ALARM_HEALTH.of(place)));
  }

  /** What the districts had most alarms from; a zone across them is a source of the first. */
  static List<StoreRow> worstSources(Instant day) {
    return List.of(
        worst(Town.DISTRICT, 1, Town.GRID, day),
        worst(Town.DISTRICT, 2, TestingCity.WIDE_ZONE, day),
        worst(Town.OTHER_DISTRICT, 1, Town.FAR_GRID, day));
  }

  /** The minute of noon of every grid's gas. */
  static List<StoreRow> readings() {
    return TestingCity.places().stream()
        .filter(place -> place.level() == Level.GRID)
        .map(Place::code)
        .map(
            grid ->
                StoreRow.of(Measurement.SENSOR_READINGS, grid, Window.MINUTE, Moments.NOON)
                    .tag("quantity", "GAS_LEL_PERCENT")
                    .with("readings", READINGS.of(grid)))
        .toList();
  }

  private static StoreRow worst(String seat, int rank, String source, Instant day) {
    return StoreRow.of(Measurement.WORST_SOURCES, seat, Window.DAY, day)
        .tag("rank", String.valueOf(rank))
        .with("source_rule", "gas")
        .with("source_place", source)
        .with("alarms", WORST_SOURCES.of(source));
  }

  private static List<StoreRow> each(Function<String, StoreRow> row) {
    return ALL.stream().map(row).toList();
  }
}

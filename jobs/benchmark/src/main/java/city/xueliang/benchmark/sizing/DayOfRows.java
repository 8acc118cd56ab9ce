package city.xueliang.benchmark.sizing;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Tally;
import city.xueliang.domain.tally.Window;
import java.io.Serial;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the minutes of a day in their order and makes the rows that end with each: those of the
 * minute, at a full hour those of the hour, at the end those of the day, of every place and
 * measure. Upper levels are merged from the lower ones, so that their values are as various as in a
 * real city.
 */
final class DayOfRows extends RichFlatMapFunction<Long, PlaceMetric> {
  @Serial private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(DayOfRows.class);
  private static final int MINUTES_OF_HOUR = 60;

  private final SizingOptions options;
  private final List<SizedPlace> places;
  private final ZoneId zone;
  private final long start;

  private transient GridReadings readings;
  private transient Tally[][] hour;
  private transient Tally[][] day;

  DayOfRows(SizingOptions options, List<SizedPlace> places, ZoneId zone) {
    this.options = options;
    this.places = places;
    this.zone = zone;
    this.start = startOf(options.date(), zone);
  }

  /** Epoch milliseconds. */
  static long startOf(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  @Override
  public void open(OpenContext context) {
    readings = new GridReadings(options.seed(), zone, Instant.ofEpochMilli(start));
    hour = tallies();
    day = tallies();
  }

  @Override
  public void flatMap(Long number, Collector<PlaceMetric> rows) {
    int minuteOfHour = (int) (number % MINUTES_OF_HOUR);
    long minute = start + number * Minutes.LENGTH_MILLIS;
    sendMinute(minute, firsts(number), rows);
    if (minuteOfHour == MINUTES_OF_HOUR - 1) {
      long hourStart = minute - minuteOfHour * Minutes.LENGTH_MILLIS;
      send(Window.HOUR, hourStart, hour, rows);
      merge(hour, day);
      hour = tallies();
      LOG.info("{}: the rows of its hour are made", Instant.ofEpochMilli(hourStart));
    }
    if (number == (long) options.hours() * MINUTES_OF_HOUR - 1) {
      send(Window.DAY, start, day, rows);
    }
  }

  private static int firsts(long number) {
    return Window.MINUTE.bit()
        | (number % MINUTES_OF_HOUR == 0 ? Window.HOUR.bit() : 0)
        | (number == 0 ? Window.DAY.bit() : 0);
  }

  private void sendMinute(long minute, int firsts, Collector<PlaceMetric> rows) {
    Tally[][] tallies = tallies();
    for (int place = 0; place < places.size(); place++) {
      for (int m = 0; m < options.measures().size(); m++) {
        Tally tally = tallies[place][m];
        if (tally == null) {
          tally = readings.of(place, options.measures().get(m), minute, firsts);
          tallies[place][m] = tally;
        }
        for (int upper : places.get(place).addsTo()) {
          add(tally, tallies, upper, m);
        }
      }
    }
    send(Window.MINUTE, minute, tallies, rows);
    merge(tallies, hour);
  }

  private void send(Window window, long from, Tally[][] tallies, Collector<PlaceMetric> rows) {
    for (int place = 0; place < places.size(); place++) {
      SizedPlace at = places.get(place);
      for (int m = 0; m < options.measures().size(); m++) {
        Measure measure = options.measures().get(m);
        rows.collect(
            new PlaceMetric(
                at.code(),
                at.level(),
                at.district(),
                measure,
                window,
                from,
                true,
                tallies[place][m]));
      }
    }
  }

  private void merge(Tally[][] from, Tally[][] into) {
    for (int place = 0; place < places.size(); place++) {
      for (int m = 0; m < options.measures().size(); m++) {
        add(from[place][m], into, place, m);
      }
    }
  }

  private void add(Tally tally, Tally[][] into, int place, int m) {
    if (into[place][m] == null) {
      into[place][m] = Tally.empty(options.measures().get(m));
    }
    into[place][m].merge(tally);
  }

  private Tally[][] tallies() {
    return new Tally[places.size()][options.measures().size()];
  }
}

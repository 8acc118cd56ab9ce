package city.xueliang.console.alarmhealth;

import city.xueliang.domain.response.WorstSource;
import java.util.List;

/**
 * The load of seats over a span, and what caused it.
 *
 * @param worst sources of each seat's newest day, by seat and rank
 */
record AlarmHealth(List<SeatLoad> seats, List<Worst> worst) {
  AlarmHealth {
    seats = List.copyOf(seats);
    worst = List.copyOf(worst);
  }

  /**
   * A rule and a place from which a seat has most alarms.
   *
   * @param seat code of its place
   * @param percent of the seat's alarms of the day
   * @param day its start, epoch milliseconds
   */
  record Worst(
      String seat, int rank, String rule, String place, long alarms, double percent, long day) {
    static Worst of(String seat, WorstSource source) {
      return new Worst(
          seat,
          source.rank(),
          source.ruleId(),
          source.sourcePlace(),
          source.alarms(),
          source.percent(),
          source.windowStart());
    }
  }
}

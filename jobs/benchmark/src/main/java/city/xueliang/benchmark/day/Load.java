package city.xueliang.benchmark.day;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the seats have to take in.
 *
 * @param told alerts, each time that they were told
 * @param perDay of these
 * @param worstTenMinutes most that one district's desk was told in ten minutes
 * @param perHourAtWorst most that the city was told in an hour
 */
record Load(int told, double perDay, int worstTenMinutes, int perHourAtWorst) {
  private static final long TEN_MINUTES = Duration.ofMinutes(10).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();

  static Load of(List<Telling> told, double days) {
    Map<String, Integer> byDesk = new HashMap<>();
    Map<Long, Integer> byHour = new HashMap<>();
    for (Telling telling : told) {
      byDesk.merge(telling.scope().district() + '@' + telling.at() / TEN_MINUTES, 1, Integer::sum);
      byHour.merge(telling.at() / HOUR, 1, Integer::sum);
    }
    return new Load(
        told.size(),
        told.size() / days,
        byDesk.values().stream().mapToInt(Integer::intValue).max().orElse(0),
        byHour.values().stream().mapToInt(Integer::intValue).max().orElse(0));
  }
}

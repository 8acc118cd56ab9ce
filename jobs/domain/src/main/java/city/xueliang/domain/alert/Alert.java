package city.xueliang.domain.alert;

import city.xueliang.domain.rule.Colour;
import java.util.List;

/**
 * The whole state of one alert after one change.
 *
 * @param id 32 hexadecimal digits: hash of rule, scope and first occurrence
 * @param revision counts its changes from 1
 * @param ruleVersion that raised it, or under which it came up last
 * @param conditionHolds also after it was closed
 * @param occurrences how often the condition came up since the first, 1 or more
 * @param reopenings how often it came back within the hold-off after it had ended
 * @param firstOccurredAt event time, epoch milliseconds
 * @param lastOccurredAt event time of the newest occurrence or of its end, epoch milliseconds
 * @param clearedAt event time at which the condition was gone, epoch milliseconds; 0 while it holds
 * @param devices ids of all for which the condition holds, sorted
 * @param inhibits ids of the alerts that it holds back, sorted
 * @param changedAt desk's clock, epoch milliseconds
 */
public record Alert(
    String id,
    int revision,
    String ruleId,
    int ruleVersion,
    Colour colour,
    Scope scope,
    AlertState state,
    boolean conditionHolds,
    int occurrences,
    int reopenings,
    long firstOccurredAt,
    long lastOccurredAt,
    long clearedAt,
    Why why,
    List<String> devices,
    Response response,
    Held held,
    List<String> inhibits,
    long changedAt) {

  public Alert {
    devices = List.copyOf(devices);
    inhibits = List.copyOf(inhibits);
  }
}

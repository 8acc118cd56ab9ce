package city.xueliang.domain.alert;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.rule.Handling.Cause;

/**
 * What an alert is about: with the rule, what has at most one open alert.
 *
 * @param place code; of a cause that is no place, the smallest place that holds its devices
 * @param district code of the one that works it; of the city for what lies in several
 * @param deviceId empty unless it is about one device
 * @param cause null unless it stands for all devices of a common cause
 * @param causeKey segment, place code or device class that is the cause; empty if there is none
 */
public record Scope(
    String place, Level level, String district, String deviceId, Cause cause, String causeKey) {

  /** Differs between any two scopes of one rule. */
  public String key() {
    if (cause != null) {
      return cause + ":" + causeKey;
    }
    return deviceId.isEmpty() ? place : deviceId;
  }
}

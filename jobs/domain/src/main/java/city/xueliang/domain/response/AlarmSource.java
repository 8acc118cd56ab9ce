package city.xueliang.domain.response;

/**
 * What sounds alarms: a rule and what its alert is about.
 *
 * @param scope as {@link city.xueliang.domain.alert.Scope#key()} tells it
 * @param place code of the alert's place
 */
public record AlarmSource(String ruleId, String scope, String place) {

  /** Differs between any two sources. */
  String key() {
    return ruleId + '@' + scope;
  }
}

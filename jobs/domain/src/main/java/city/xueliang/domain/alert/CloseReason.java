package city.xueliang.domain.alert;

/** Why a seat closed an alert. */
public enum CloseReason {
  HANDLED,
  FALSE_ALARM,
  DUPLICATE,
  TEST
}

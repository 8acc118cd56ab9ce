package city.xueliang.placewatch.desk;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** The operator's figures about alerts. */
public final class AlertFigures {
  /** Alerts that the seats were told of, those again that came back or were let go. */
  public static final String OPENED = "opened";

  /** Alerts that ended by themselves. */
  public static final String CLEARED = "cleared";

  private final Counter opened;
  private final Counter cleared;

  AlertFigures(MetricGroup operator) {
    MetricGroup group = operator.addGroup("alerts");
    opened = group.counter(OPENED);
    cleared = group.counter(CLEARED);
  }

  void count(Alert alert) {
    if (alert.state() == AlertState.OPEN && alert.response().openedAt() == alert.changedAt()) {
      opened.inc();
    } else if (alert.state() == AlertState.CLEARED) {
      cleared.inc();
    }
  }
}

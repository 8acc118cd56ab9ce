package city.xueliang.placewatch.desk;

import city.xueliang.domain.alert.first.Alert;
import city.xueliang.domain.alert.first.Signal;
import city.xueliang.flink.state.BinaryTypeInfo;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Owns the life of every alert of a district. State of a district: its open alerts, one for each
 * rule and device; a closed one is gone.
 */
public final class AlertDesk extends KeyedProcessFunction<String, Signal, Alert> {
  /** Names of the figures about alerts. */
  public static final String OPENED = "opened";

  public static final String CLEARED = "cleared";

  private static final long serialVersionUID = 1L;

  private transient MapState<String, Alert> open;
  private transient Counter opened;
  private transient Counter cleared;

  @Override
  public void open(OpenContext context) {
    open =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "open-alerts", Types.STRING, BinaryTypeInfo.of(Alert.class, new Alert.Form())));
    MetricGroup group = getRuntimeContext().getMetricGroup().addGroup("alerts");
    opened = group.counter(OPENED);
    cleared = group.counter(CLEARED);
  }

  @Override
  public void processElement(Signal signal, Context context, Collector<Alert> out)
      throws Exception {
    Alert before = open.get(signal.scope());
    switch (signal.kind()) {
      case RAISED -> {
        if (before == null) {
          Alert alert = Alert.open(signal);
          open.put(signal.scope(), alert);
          opened.inc();
          out.collect(alert);
        }
      }
      case CLEARED -> {
        if (before != null) {
          open.remove(signal.scope());
          cleared.inc();
          out.collect(before.clear(signal));
        }
      }
    }
  }
}

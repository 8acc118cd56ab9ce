package city.xueliang.console.history;

import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.reading.Metric;
import java.util.List;
import java.util.Optional;

/**
 * A measure that history can be asked for.
 *
 * @param id a kind, a quantity, or the group's name
 * @param unit key of the name of its values' unit; null for none
 * @param windows the finest first
 */
record Measured(
    String id, Group group, String unit, List<Field> fields, List<Window> windows, Metric metric) {
  /** What measures are about. */
  enum Group {
    CAMERA,
    SENSOR,
    COVERAGE,
    ALERTS,
    ALARM_HEALTH
  }

  Measured {
    fields = List.copyOf(fields);
    windows = List.copyOf(windows);
  }

  Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  boolean isCoverage() {
    return metric.measurement().equals(Measurement.COVERAGE);
  }

  /**
   * Whether its figures are told by devices, so that they are of a part only where not all devices
   * are heard; else the desk tells them.
   */
  boolean isOfDevices() {
    return group == Group.CAMERA || group == Group.SENSOR;
  }
}

package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Sourced;
import java.time.Instant;
import java.time.ZoneId;

/** Reads a device from a row. */
final class DeviceRow {
  private final Row row;
  private final ZoneId zone;

  DeviceRow(Row row, ZoneId zone) {
    this.row = row;
    this.zone = zone;
  }

  Sourced<Device> read() {
    String deviceId = row.required("deviceId");
    String grid = row.required("grid");
    ModelClass modelClass = modelClass();
    int interval = row.requiredInteger("reportIntervalSeconds");
    String segment = row.required("segment");
    Instant since = row.time("since", zone);
    Instant retiredAt = row.time("retiredAt", zone);
    return new Sourced<>(
        row.origin(),
        new Device(
            deviceId,
            grid,
            modelClass,
            interval,
            segment,
            since == null ? Device.SINCE_PUBLISHED : since.toEpochMilli(),
            retiredAt == null ? Device.IN_SERVICE : retiredAt.toEpochMilli()));
  }

  private ModelClass modelClass() {
    String text = row.required("modelClass");
    if (text == null) {
      return null;
    }
    for (ModelClass modelClass : ModelClass.values()) {
      if (modelClass.name().equalsIgnoreCase(text)) {
        return modelClass;
      }
    }
    row.note("modelClass", "file.model-class", text);
    return null;
  }
}

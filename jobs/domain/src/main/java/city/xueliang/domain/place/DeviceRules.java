package city.xueliang.domain.place;

import static city.xueliang.domain.place.PlaceRules.word;

import city.xueliang.domain.text.Problem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a device's values must fulfil, alone and together with the places. */
final class DeviceRules {
  private final PlacesByCode places;
  private final List<Problem> problems;
  private final Map<String, Origin> firstOfId = new HashMap<>();

  DeviceRules(PlacesByCode places, List<Problem> problems) {
    this.places = places;
    this.problems = problems;
  }

  void judge(Sourced<Device> sourced) {
    Origin origin = sourced.origin();
    Device device = sourced.value();
    if (device.deviceId() != null) {
      judgeId(origin, device);
    }
    if (device.grid() != null) {
      judgeGrid(origin, device.grid());
    }
    if (device.reportIntervalSeconds() < 1) {
      problems.add(
          origin.problem(
              "reportIntervalSeconds",
              "registry.interval-too-short",
              device.reportIntervalSeconds()));
    }
    if (device.since() >= device.retiredAt()) {
      problems.add(
          origin.problem(
              "since",
              "registry.since-order",
              Instant.ofEpochMilli(device.since()),
              Instant.ofEpochMilli(device.retiredAt())));
    }
    if (device.segment() != null && !Segments.isValid(device.segment())) {
      problems.add(origin.problem("segment", "registry.segment-form", device.segment()));
    }
  }

  private void judgeId(Origin origin, Device device) {
    String id = device.deviceId();
    Origin first = firstOfId.putIfAbsent(id, origin);
    if (first != null) {
      problems.add(
          origin.problem("deviceId", "registry.duplicate-device", id, first.file(), first.line()));
    }
    if (!DeviceIds.isValid(id)) {
      problems.add(origin.problem("deviceId", "registry.device-id-form", id));
    } else if (device.modelClass() != null
        && DeviceIds.isCamera(id) != (device.modelClass() == ModelClass.CAMERA)) {
      problems.add(
          origin.problem(
              "modelClass", "registry.device-type", DeviceIds.typeOf(id), device.modelClass()));
    }
  }

  private void judgeGrid(Origin origin, String code) {
    Place grid = places.find(code);
    if (grid == null) {
      problems.add(origin.problem("grid", "registry.device-grid-unknown", code));
    } else if (grid.level() != null && grid.level() != Level.GRID) {
      problems.add(origin.problem("grid", "registry.device-grid-level", code, word(grid.level())));
    }
  }
}

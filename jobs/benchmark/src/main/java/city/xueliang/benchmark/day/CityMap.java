package city.xueliang.benchmark.day;

import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.place.Registry;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Where devices stand and which grids zones hold. */
final class CityMap {
  private final Map<String, Device> devices = new HashMap<>();
  private final Map<String, List<String>> zones = new HashMap<>();

  CityMap(Registry city) {
    for (Device device : city.devices()) {
      devices.put(device.deviceId(), device);
    }
    for (Place place : city.places()) {
      if (place.level() == Level.ZONE) {
        zones.put(place.code(), place.grids());
      }
    }
  }

  Device device(String id) {
    return devices.get(id);
  }

  /** Whether an alert is about one of these devices, or about a place that holds such a grid. */
  boolean isAbout(Telling told, Collection<String> ofDevices, Collection<String> grids) {
    Scope scope = told.scope();
    if (!scope.deviceId().isEmpty() || scope.isOfCause()) {
      return !Collections.disjoint(told.devices(), new HashSet<>(ofDevices));
    }
    if (scope.level() == Level.ZONE) {
      return !Collections.disjoint(zones.getOrDefault(scope.place(), List.of()), grids);
    }
    return grids.stream().anyMatch(grid -> PlaceCodes.covers(scope.place(), grid));
  }
}

package city.xueliang.feeds.simulate.city;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Registry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The devices of a city that are in service, by number from 0, and what each of them measures. */
public final class DeviceTable {
  private final List<Device> devices;
  private final Measure[] quantities;
  private final Surroundings[] surroundings;
  private final Map<String, List<Integer>> byGrid = new LinkedHashMap<>();
  private final Map<String, List<Integer>> bySegment = new LinkedHashMap<>();
  private final List<Place> zones;

  /**
   * @param at epoch milliseconds; devices that are retired by then are left out
   */
  public DeviceTable(Registry city, long at) {
    this.devices = city.devices().stream().filter(device -> !device.isRetiredAt(at)).toList();
    this.zones = city.places().stream().filter(place -> place.level() == Level.ZONE).toList();
    this.quantities = new Measure[devices.size()];
    this.surroundings = new Surroundings[devices.size()];
    GridSurroundings around = GridSurroundings.of(city.places());
    Map<String, Integer> sensorsOfGrid = new HashMap<>();
    for (int i = 0; i < devices.size(); i++) {
      Device device = devices.get(i);
      surroundings[i] = around.of(device.grid());
      if (device.modelClass() == ModelClass.SENSOR) {
        int ordinal = sensorsOfGrid.merge(device.grid(), 1, Integer::sum) - 1;
        quantities[i] = surroundings[i].quantity(ordinal);
      }
      byGrid.computeIfAbsent(device.grid(), grid -> new ArrayList<>()).add(i);
      bySegment.computeIfAbsent(device.segment(), segment -> new ArrayList<>()).add(i);
    }
  }

  public int size() {
    return devices.size();
  }

  public String id(int device) {
    return devices.get(device).deviceId();
  }

  public String grid(int device) {
    return devices.get(device).grid();
  }

  public boolean isCamera(int device) {
    return quantities[device] == null;
  }

  /** What a sensor measures; null for a camera. */
  public Measure quantity(int device) {
    return quantities[device];
  }

  public Surroundings surroundings(int device) {
    return surroundings[device];
  }

  /** Devices by grid, in the order of the registry. */
  public Map<String, List<Integer>> byGrid() {
    return byGrid;
  }

  /** Devices by network segment, in the order of the registry. */
  public Map<String, List<Integer>> bySegment() {
    return bySegment;
  }

  public List<Place> zones() {
    return zones;
  }
}

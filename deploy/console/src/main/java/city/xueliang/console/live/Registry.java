package city.xueliang.console.live;

import city.xueliang.console.city.CityPlaces;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Successions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The city's places and devices as they are valid now; made for reading, after a change once. */
final class Registry {
  private final Clock clock;
  private final SortedMap<String, Place> places = new TreeMap<>();
  private final Map<String, Device> devices = new HashMap<>();

  /** Grids and segments, of which a million devices name a few thousand. */
  private final Map<String, String> shared = new HashMap<>();

  private volatile CityPlaces valid = CityPlaces.NONE;
  private volatile Successions successions = Successions.NONE;
  private volatile long validUntil = Long.MAX_VALUE;
  private List<Device> inService = List.of();
  private boolean areDevicesChanged;

  Registry(Clock clock) {
    this.clock = clock;
  }

  synchronized void clear() {
    places.clear();
    devices.clear();
    validUntil = Long.MIN_VALUE;
    areDevicesChanged = true;
  }

  synchronized void put(Place place) {
    places.put(place.code(), place);
    validUntil = Long.MIN_VALUE;
  }

  synchronized void dropPlace(String code) {
    places.remove(code);
    validUntil = Long.MIN_VALUE;
  }

  synchronized void put(Device device) {
    devices.put(
        device.deviceId(),
        new Device(
            device.deviceId(),
            share(device.grid()),
            device.modelClass(),
            device.reportIntervalSeconds(),
            share(device.segment()),
            device.since(),
            device.retiredAt()));
    areDevicesChanged = true;
  }

  synchronized void dropDevice(String id) {
    devices.remove(id);
    areDevicesChanged = true;
  }

  /** Which codes took over from which, also of places that are valid no more. */
  Successions successions() {
    places();
    return successions;
  }

  /** Those valid now. */
  CityPlaces places() {
    return clock.millis() < validUntil ? valid : refreshed();
  }

  synchronized Optional<Device> device(String id) {
    return Optional.ofNullable(devices.get(id));
  }

  synchronized Collection<Device> devices() {
    if (areDevicesChanged) {
      long now = clock.millis();
      inService = devices.values().stream().filter(device -> !device.isRetiredAt(now)).toList();
      areDevicesChanged = false;
    }
    return inService;
  }

  private synchronized CityPlaces refreshed() {
    long now = clock.millis();
    if (now >= validUntil) {
      List<Place> all =
          places.values().stream().filter(place -> place.validity().covers(now)).toList();
      valid = new CityPlaces(version(all), all);
      successions = successions(places.values());
      validUntil =
          places.values().stream()
              .flatMap(place -> Stream.of(end(place.validity().from()), end(place.validity().to())))
              .filter(at -> at > now)
              .min(Long::compare)
              .orElse(Long.MAX_VALUE);
    }
    return valid;
  }

  /** A registry that contradicts itself is not to keep figures from being read. */
  private static Successions successions(Collection<Place> places) {
    try {
      return Successions.of(places);
    } catch (IllegalArgumentException e) {
      return Successions.NONE;
    }
  }

  /** The same over restarts and servers, so that a browser may keep what it got. */
  private static long version(Collection<Place> places) {
    CRC32 sum = new CRC32();
    places.forEach(place -> sum.update(place.toString().getBytes(StandardCharsets.UTF_8)));
    return sum.getValue();
  }

  private static long end(Instant at) {
    return at == null ? Long.MIN_VALUE : at.toEpochMilli();
  }

  private String share(String text) {
    return shared.computeIfAbsent(text, same -> same);
  }
}

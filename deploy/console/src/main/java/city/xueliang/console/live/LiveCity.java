package city.xueliang.console.live;

import city.xueliang.domain.place.Device;
import java.util.Collection;
import java.util.Optional;

/**
 * The city's newest state, of all that the topics tell. For several threads at a time; what it
 * hands out does not change any more.
 */
public final class LiveCity {
  /** The places that are valid now. */
  public CityPlaces places() {
    return CityPlaces.NONE;
  }

  /** The devices in service. */
  public Collection<Device> devices() {
    return java.util.List.of();
  }

  public Optional<LiveAlert> alert(String id) {
    return Optional.empty();
  }

  /** All that the topic keeps, also those that have ended. */
  public Collection<LiveAlert> alerts() {
    return java.util.List.of();
  }

  /** Rules, silences and policies in force, by their keys. */
  public java.util.SortedMap<String, Laid> laid() {
    return new java.util.TreeMap<>();
  }
}

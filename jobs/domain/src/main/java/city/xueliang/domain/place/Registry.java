package city.xueliang.domain.place;

import java.util.List;

/**
 * The places and devices of a city, each in the order in which they were found.
 *
 * @param places of every level, zones too; no two with the same code
 * @param devices no two with the same id
 */
public record Registry(List<Place> places, List<Device> devices) {

  public Registry {
    places = List.copyOf(places);
    devices = List.copyOf(devices);
  }
}

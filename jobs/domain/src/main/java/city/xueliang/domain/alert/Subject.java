package city.xueliang.domain.alert;

import city.xueliang.domain.place.ModelClass;

/**
 * What a signal is about.
 *
 * @param place code of the grid in which the device stands, or of the place that was judged
 * @param district code of the one that works it; of the city for what lies in several
 * @param deviceId empty if it is about a place
 * @param segment network segment of the device; empty if it is about a place
 * @param deviceClass null if it is about a place
 */
public record Subject(
    String place, String district, String deviceId, String segment, ModelClass deviceClass) {

  public static Subject ofPlace(String place, String district) {
    return new Subject(place, district, "", "", null);
  }

  public boolean isDevice() {
    return !deviceId.isEmpty();
  }

  /** Device, else place. */
  public String key() {
    return isDevice() ? deviceId : place;
  }
}

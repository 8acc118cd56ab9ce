package city.xueliang.domain.tally;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;

/**
 * One measure of one place over one minute. Its identity is place, measure and start; a later one
 * of the same identity replaces it.
 *
 * @param place code of the place
 * @param windowStart epoch milliseconds
 * @param tally not to be changed any more
 */
public record PlaceMetric(
    String place, Level level, Measure measure, long windowStart, Tally tally) {

  public String district() {
    return PlaceCodes.districtOf(place);
  }
}

package city.xueliang.domain.place;

import city.xueliang.domain.place.Place.Coordinate;

/** Degrees as metres on a plane that is true at one latitude, and nearly so in a city around it. */
final class LocalMetres {
  private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

  private final double metresPerLongitude;

  LocalMetres(double latitude) {
    this.metresPerLongitude = METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
  }

  double x(Coordinate point) {
    return point.longitude() * metresPerLongitude;
  }

  double y(Coordinate point) {
    return point.latitude() * METRES_PER_DEGREE;
  }
}

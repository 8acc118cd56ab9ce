package city.xueliang.console;

import city.xueliang.testing.Town;
import java.util.List;
import java.util.Set;

/**
 * A seat and what it must not see.
 *
 * @param beyond a place beyond its border
 * @param alert in that place
 * @param secrets that no answer to the seat may hold
 */
record Stranger(
    String name, List<String> places, String beyond, String alert, Set<String> secrets) {
  static final String ALERT = "00000000000000000000000000000001";
  static final String NEXT_ALERT = "00000000000000000000000000000002";
  static final String FAR_ALERT = "00000000000000000000000000000003";
  static final String FAR_SILENCE = "silence-in-the-other-district";
  static final String FAR_RULE = "rule-of-the-other-district";

  /** Sees everything. */
  static final Stranger OF_THE_CITY =
      new Stranger("the seat of the city", List.of(TestingCity.CITY), "", "", Set.of());

  static List<Stranger> all() {
    return List.of(
        new Stranger(
            "a seat of another district",
            List.of(Town.DISTRICT),
            Town.OTHER_DISTRICT,
            FAR_ALERT,
            Set.of(Town.OTHER_DISTRICT, FAR_ALERT, FAR_SILENCE, FAR_RULE)),
        new Stranger(
            "a seat of a zone",
            List.of(TestingCity.ZONE),
            Town.NEXT_GRID,
            NEXT_ALERT,
            Set.of(
                Town.OTHER_DISTRICT,
                Town.NEXT_GRID,
                NEXT_ALERT,
                FAR_ALERT,
                FAR_SILENCE,
                FAR_RULE)));
  }

  @Override
  public String toString() {
    return name;
  }
}

package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import java.util.Arrays;
import java.util.List;

/** Which alerts a seat may act on: the desk refuses all others. */
public final class Jurisdiction {
  private static final Level[] LEVELS = Level.values();

  private Jurisdiction() {}

  /** Code of a seat's place: what stands before the first hyphen. */
  public static String of(String seat) {
    int end = seat.indexOf('-');
    return end < 0 ? seat : seat.substring(0, end);
  }

  /**
   * Whether the seat's place covers that of the alert; of a zone, all of the zone's grids.
   *
   * @param seat whose place alone counts, whatever else it may see
   */
  public static boolean covers(String seat, Scope scope) {
    String code = of(seat);
    return Arrays.stream(LEVELS)
            .anyMatch(level -> level != Level.ZONE && PlaceCodes.isValid(code, level))
        && Reach.covers(code, scope, List.of());
  }
}

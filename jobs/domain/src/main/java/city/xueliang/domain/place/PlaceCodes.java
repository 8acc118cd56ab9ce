package city.xueliang.domain.place;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The forms of place codes: each level's code starts with its parent's (GB/T 2260 and the national
 * 统计用区划代码).
 */
public final class PlaceCodes {
  private static final Pattern ZONE = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

  /** Digits that a city shares with its districts. */
  private static final int CITY_PREFIX = 4;

  private static final Level[] LEVELS = Level.values();

  private PlaceCodes() {}

  /** Whether the code has the form that its level asks for. */
  public static boolean isValid(String code, Level level) {
    return switch (level) {
      case ZONE -> ZONE.matcher(code).matches();
      case CITY -> isDigits(code, level.codeLength()) && code.endsWith("00");
      case DISTRICT -> isDigits(code, level.codeLength()) && !code.endsWith("00");
      case STREET, COMMUNITY, GRID -> isDigits(code, level.codeLength());
    };
  }

  /** What {@link #isValid} asks for, in words. */
  public static String form(Level level) {
    return switch (level) {
      case ZONE -> "a letter, then up to 63 letters, digits or hyphens";
      case CITY -> "6 digits that end in 00";
      case DISTRICT -> "6 digits that do not end in 00";
      case STREET, COMMUNITY, GRID -> level.codeLength() + " digits";
    };
  }

  /**
   * Whether a child's code starts with its parent's; a district shares only the city's first four
   * digits.
   */
  public static boolean isNested(String child, String parent, Level childLevel) {
    return childLevel == Level.DISTRICT ? covers(parent, child) : child.startsWith(parent);
  }

  /** Whether a grid lies in the city, district, street, community or grid with this code. */
  public static boolean covers(String code, String grid) {
    return isValid(code, Level.CITY)
        ? grid.regionMatches(0, code, 0, CITY_PREFIX)
        : grid.startsWith(code);
  }

  /** Code of the district in which a grid, community or street lies. */
  public static String districtOf(String code) {
    return code.substring(0, Level.DISTRICT.codeLength());
  }

  /** Code of the city in which a grid, community, street or district lies. */
  public static String cityOf(String code) {
    return code.substring(0, CITY_PREFIX) + "00";
  }

  /** Codes of the community, street, district and city in which a grid lies, in this order. */
  public static List<String> ancestorsOf(String grid) {
    return List.of(
        grid.substring(0, Level.COMMUNITY.codeLength()),
        grid.substring(0, Level.STREET.codeLength()),
        districtOf(grid),
        cityOf(grid));
  }

  /**
   * The level that a code's form belongs to.
   *
   * @throws IllegalArgumentException if it has the form of none
   */
  public static Level levelOf(String code) {
    for (Level level : LEVELS) {
      if (isValid(code, level)) {
        return level;
      }
    }
    throw new IllegalArgumentException("'" + code + "' has the form of no place's code");
  }

  private static boolean isDigits(String code, int length) {
    if (code.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (code.charAt(i) < '0' || code.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}

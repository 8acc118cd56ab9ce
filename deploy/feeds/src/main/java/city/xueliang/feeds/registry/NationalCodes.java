package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Level;

/** The codes of the national tables, in which zeros fill up every code to 12 digits. */
final class NationalCodes {
  private static final int PROVINCE_DIGITS = 2;

  private NationalCodes() {}

  /** The code without the zeros behind its level's digits; any other code as it is. */
  static String cut(String code, Level level) {
    return level == Level.ZONE ? code : cut(code, level.codeLength());
  }

  /** The code of a parent, whose level is only known if it is the right one. */
  static String cutParent(String parent, Level childLevel) {
    Level level = childLevel.parent();
    if (level == null || parent.length() == level.codeLength()) {
      return parent;
    }
    for (Level candidate : new Level[] {Level.DISTRICT, Level.STREET, Level.COMMUNITY}) {
      String cut = cut(parent, candidate.codeLength());
      if (cut.length() == candidate.codeLength()) {
        return cut;
      }
    }
    return parent;
  }

  /** Whether this is the province of a city, which no registry of a city holds. */
  static boolean isProvince(String parent, String city) {
    return parent.length() >= PROVINCE_DIGITS
        && cut(parent, PROVINCE_DIGITS).length() == PROVINCE_DIGITS
        && city.startsWith(parent.substring(0, PROVINCE_DIGITS));
  }

  private static String cut(String code, int length) {
    return code.length() > length && code.substring(length).chars().allMatch(c -> c == '0')
        ? code.substring(0, length)
        : code;
  }
}

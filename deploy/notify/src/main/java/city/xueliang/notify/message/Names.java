package city.xueliang.notify.message;

import java.util.Locale;

/** Names that people know rules and places by; the code where there is none. */
public interface Names {
  String rule(String ruleId, Locale language);

  String place(String code, Locale language);

  /** The place and what it lies in, from the district down. */
  String placePath(String code, Locale language);
}

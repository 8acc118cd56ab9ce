package city.xueliang.feeds.replay;

import city.xueliang.domain.place.DeviceIds;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns the device keys of a recording into 20-digit GB/T 28181 codes. */
final class DeviceTable {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,20}");

  private DeviceTable() {}

  /** By a table from key to code. */
  static Source.Reading<String> of(Map<String, String> ids) {
    Map<String, String> table = Map.copyOf(ids);
    return text -> {
      String id = table.get(text);
      if (id == null) {
        throw new BadValueException("device-unknown", BadValueException.shown(text), table.size());
      }
      return id;
    };
  }

  /** The prefix, then the key's number padded with zeros to 20 digits in all. */
  static Source.Reading<String> prefixed(String prefix) {
    int digits = DeviceIds.LENGTH - prefix.length();
    return text -> {
      if (!NUMBER.matcher(text).matches() || text.length() > digits) {
        throw new BadValueException("device-number", BadValueException.shown(text), digits);
      }
      return prefix + "0".repeat(digits - text.length()) + text;
    };
  }

  /** The key as it is. */
  static String code(String text) throws BadValueException {
    if (!DeviceIds.isValid(text)) {
      throw new BadValueException("device-code", BadValueException.shown(text));
    }
    return text;
  }
}

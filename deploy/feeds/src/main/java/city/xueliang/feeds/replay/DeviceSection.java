package city.xueliang.feeds.replay;

import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.domain.place.DeviceIds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads which device a row is of: a fixed {@code id}, or a {@code column} with the code itself,
 * with a key of the table {@code ids}, or with a number after a {@code prefix}.
 */
final class DeviceSection {
  private static final Pattern PREFIX = Pattern.compile("\\d{1,19}");

  private DeviceSection() {}

  /** The device; absent if it has problems. */
  static Optional<Source<String>> read(YamlValue section) {
    YamlMapping keys = section.mapping();
    Optional<Source<String>> device = Optional.empty();
    if (keys.has("id")) {
      device = code(keys.required("id")).map(Source::always);
    } else {
      Optional<String> column = keys.required("column").string();
      Optional<Source.Reading<String>> reading = reading(section, keys);
      if (column.isPresent() && reading.isPresent()) {
        device = Optional.of(Source.column(column.get(), reading.get()));
      }
    }
    keys.refuseOtherKeys();
    return device;
  }

  private static Optional<Source.Reading<String>> reading(YamlValue section, YamlMapping keys) {
    YamlValue ids = keys.optional("ids");
    YamlValue prefix = keys.optional("prefix");
    if (ids.isPresent() && prefix.isPresent()) {
      section.problem("ids-or-prefix");
      return Optional.empty();
    }
    if (ids.isPresent()) {
      return Optional.of(DeviceTable.of(table(ids)));
    }
    return prefix.isPresent() ? prefixed(prefix) : Optional.of(DeviceTable::code);
  }

  private static Map<String, String> table(YamlValue ids) {
    Map<String, String> table = new HashMap<>();
    ids.mapping().forEach((key, id) -> code(id).ifPresent(code -> table.put(key, code)));
    return table;
  }

  private static Optional<Source.Reading<String>> prefixed(YamlValue prefix) {
    Optional<String> digits = prefix.string();
    if (digits.isPresent() && !PREFIX.matcher(digits.get()).matches()) {
      prefix.problem("prefix", DeviceIds.LENGTH - 1);
      return Optional.empty();
    }
    return digits.map(DeviceTable::prefixed);
  }

  private static Optional<String> code(YamlValue value) {
    Optional<String> id = value.string();
    if (id.isPresent() && !DeviceIds.isValid(id.get())) {
      value.problem("device-code", id.get());
      return Optional.empty();
    }
    return id;
  }
}

package city.xueliang.feeds.replay;

import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Reads the keys {@code column}, {@code pattern} and {@code zone} of a time. */
final class TimeSection {
  private TimeSection() {}

  /** The time; absent if it is not there or has problems. */
  static Optional<Source<Moment>> read(YamlValue section) {
    if (!section.isPresent()) {
      return Optional.empty();
    }
    YamlMapping keys = section.mapping();
    Optional<String> column = keys.required("column").string();
    YamlValue pattern = keys.required("pattern");
    YamlValue zone = keys.optional("zone");
    Optional<TimeFormat> format = format(pattern, zone(zone));
    keys.refuseOtherKeys();
    if (format.isPresent() && format.get().needsZone() && !zone.isPresent()) {
      zone.problem("zone-needed", pattern.string().orElse(""));
    }
    if (column.isEmpty() || format.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Source.column(column.get(), format.get()));
  }

  private static Optional<TimeFormat> format(YamlValue pattern, Optional<ZoneId> zone) {
    Optional<String> text = pattern.string();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      TimeFormat format = new TimeFormat(text.get(), zone);
      if (format.hasDate()) {
        return Optional.of(format);
      }
      pattern.problem("pattern-without-date");
    } catch (IllegalArgumentException | DateTimeException e) {
      pattern.problem("pattern", e.getMessage());
    }
    return Optional.empty();
  }

  private static Optional<ZoneId> zone(YamlValue zone) {
    Optional<String> name = zone.string();
    try {
      return name.map(ZoneId::of);
    } catch (DateTimeException e) {
      zone.problem("zone", name.orElseThrow());
      return Optional.empty();
    }
  }
}

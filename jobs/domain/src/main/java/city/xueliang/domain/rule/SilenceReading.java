package city.xueliang.domain.rule;

import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/** Reads one silence of a file. */
final class SilenceReading {
  private final YamlMapping keys;
  private final ZoneId zone;

  /**
   * @param zone of times without an offset
   */
  SilenceReading(YamlValue value, ZoneId zone) {
    this.keys = value.mapping();
    this.zone = zone;
  }

  /**
   * The silence; with a time that is missing it begins and ends as if it were sound.
   *
   * @param seat that publishes it
   */
  Silence silence(String seat) {
    String id = Readings.text(keys.required("id"));
    Silence.Kind kind =
        Readings.choice(keys.optional("kind"), Silence.Kind.class, Silence.Kind.SILENCE);
    Set<String> places = Readings.texts(keys.optional("places"));
    Set<String> rules = Readings.texts(keys.optional("rules"));
    Optional<Instant> from = time(keys.required("from"));
    Optional<Instant> to = time(keys.required("to"));
    keys.refuseOtherKeys();
    boolean hasBoth = from.isPresent() && to.isPresent();
    long begins = hasBoth ? from.get().toEpochMilli() : 0;
    long ends = hasBoth ? to.get().toEpochMilli() : RuleRanges.SILENCE_LENGTH.least().toMillis();
    return new Silence(id, kind, places, rules, begins, ends, seat);
  }

  private Optional<Instant> time(YamlValue value) {
    Optional<String> text = value.string();
    Optional<Instant> time = text.flatMap(this::parse);
    if (text.isPresent() && time.isEmpty()) {
      value.problem("silence-time", text.get());
    }
    return time;
  }

  /** With an offset, or as a clock of the city shows it. */
  private Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return parseLocal(text);
    }
  }

  private Optional<Instant> parseLocal(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

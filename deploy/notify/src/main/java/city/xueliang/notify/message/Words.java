package city.xueliang.notify.message;

import city.xueliang.domain.text.Texts;
import city.xueliang.schemas.Colour;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words, numbers and times of one language and one city. */
final class Words {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

  private final Locale language;
  private final ZoneId zone;
  private final Texts texts;

  Words(Locale language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
    this.texts = Texts.of(Words.class, language);
  }

  Locale language() {
    return language;
  }

  String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  /** The word of a value of an enum; all have one. */
  String word(Enum<?> value) {
    return texts.text(
        value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + value.name());
  }

  /** The sign of a colour, which shows before anything is read. */
  static String sign(Colour colour) {
    return switch (colour) {
      case RED -> "🔴";
      case ORANGE -> "🟠";
      case YELLOW -> "🟡";
      case BLUE -> "🔵";
      case UNKNOWN -> "⚪";
    };
  }

  /** In the city's zone, without the year. */
  String moment(Instant time) {
    return MOMENT.format(time.atZone(zone));
  }

  /** Two decimals at most. */
  String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** In its two largest units. */
  String span(Duration span) {
    if (span.toDays() > 0) {
      return texts.text("span.days", span.toDays(), span.toHoursPart());
    }
    if (span.toHours() > 0) {
      return texts.text("span.hours", span.toHours(), span.toMinutesPart());
    }
    if (span.toMinutes() > 0) {
      return texts.text("span.minutes", span.toMinutes(), span.toSecondsPart());
    }
    return texts.text("span.seconds", Math.max(0, span.toSeconds()));
  }
}

package city.xueliang.domain.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 1d}, {@code 1h30m}, {@code 30s}, {@code 500ms}. */
public final class DurationText {
  private static final Pattern SPAN =
      Pattern.compile(
          "(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");
  private static final long[] UNIT_MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};
  private static final String[] UNITS = {"d", "h", "m", "s", "ms"};

  private DurationText() {}

  /** The span, or nothing if the text is none. */
  public static Optional<Duration> parse(String text) {
    Matcher parts = SPAN.matcher(text.strip());
    if (text.isBlank() || !parts.matches()) {
      return Optional.empty();
    }
    long millis = 0;
    for (int unit = 0; unit < UNITS.length; unit++) {
      String amount = parts.group(unit + 1);
      millis += amount == null ? 0 : Long.parseLong(amount) * UNIT_MILLIS[unit];
    }
    return Optional.of(Duration.ofMillis(millis));
  }

  /** The span in the shortest form that {@link #parse} reads; zero is {@code 0s}. */
  public static String format(Duration span) {
    long rest = span.toMillis();
    if (rest == 0) {
      return "0s";
    }
    StringBuilder text = new StringBuilder();
    for (int unit = 0; unit < UNITS.length; unit++) {
      long amount = rest / UNIT_MILLIS[unit];
      if (amount > 0) {
        text.append(amount).append(UNITS[unit]);
        rest -= amount * UNIT_MILLIS[unit];
      }
    }
    return text.toString();
  }
}

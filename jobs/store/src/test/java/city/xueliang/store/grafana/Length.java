package city.xueliang.store.grafana;

import java.time.Duration;

/** Lengths of time as Grafana writes them. */
final class Length {
  private Length() {}

  /** Of a number and its unit, such as {@code 6h} or {@code 90d}. */
  static Duration of(String text) {
    long number = Long.parseLong(text, 0, text.length() - 1, 10);
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      case 'd' -> Duration.ofDays(number);
      default -> throw new IllegalArgumentException("No length of time: " + text);
    };
  }
}

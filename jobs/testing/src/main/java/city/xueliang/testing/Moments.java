package city.xueliang.testing;

import java.time.Duration;
import java.time.Instant;

/** The instants around which tests are told. */
public final class Moments {
  /** Noon in Xining: the start of an hour, hence of a minute and of ten minutes, too. */
  public static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

  private Moments() {}

  /** That many seconds after noon; before it if negative. */
  public static Instant seconds(long afterNoon) {
    return NOON.plusSeconds(afterNoon);
  }

  /** That many minutes after noon; before it if negative. */
  public static Instant minutes(long afterNoon) {
    return NOON.plus(Duration.ofMinutes(afterNoon));
  }
}

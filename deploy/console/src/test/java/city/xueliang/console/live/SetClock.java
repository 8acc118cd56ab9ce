package city.xueliang.console.live;

import city.xueliang.testing.Moments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands, at noon first. */
final class SetClock extends Clock {
  volatile Instant now = Moments.NOON;

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(this, Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return now;
  }
}

package city.xueliang.notify.happening;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What people can be told about an alert. */
public enum Happening {
  OPENED,
  REOPENED,
  ESCALATED,
  ACKNOWLEDGED,
  CLOSED,
  CLEARED;

  /** What a channel tells unless its filter says otherwise: all but that a seat is at it. */
  public static final Set<Happening> TOLD_BY_DEFAULT =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(ACKNOWLEDGED)));

  /** Whether the alert asks nothing more of anybody. */
  public boolean isEnd() {
    return this == CLOSED || this == CLEARED;
  }
}

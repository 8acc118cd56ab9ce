package city.xueliang.console.live;

/**
 * One thing that happened to an alert.
 *
 * @param at epoch milliseconds
 * @param revision by which it was told; 0 where that revision is no longer kept
 * @param seat that did it; null where no seat did or it is not known
 * @param detail what the kind calls for: a command level, a colour, a close reason, the id of what
 *     holds it back, or epoch milliseconds until when; null where it calls for nothing
 */
public record AlertStep(Kind kind, long at, int revision, String seat, String detail) {
  /** What can happen. */
  public enum Kind {
    RAISED,
    OPENED,
    REOPENED,
    ACKNOWLEDGED,
    ON_SITE,
    /** To the command level of the detail. */
    ESCALATED,
    /** To the colour of the detail. */
    COLOUR_CHANGED,
    SHELVED,
    UNSHELVED,
    INHIBITED,
    SILENCED,
    RELEASED,
    /** The condition is gone, the alert still stands. */
    CONDITION_GONE,
    CLEARED,
    /** For the reason of the detail. */
    CLOSED
  }
}

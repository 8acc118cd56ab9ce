package city.xueliang.domain.response;

/**
 * How the alerts of one rule and colour were worked at a place in one window. Only alerts of which
 * seats were told are among them; seconds count from then, and are within 1 %; NaN for none.
 *
 * @param opened times that seats were told: an alert opened, came back, or was not held any more
 * @param closed by a seat
 * @param cleared by themselves
 * @param falseAlarms of the closed ones
 * @param open and not held back at the window's end, or now while it is open
 * @param escalated deadlines that were missed
 */
public record ResponseSummary(
    long opened,
    long closed,
    long cleared,
    long falseAlarms,
    long open,
    long escalated,
    double ackMedianSeconds,
    double ackMostSeconds,
    double onSiteMostSeconds,
    double closeMostSeconds) {}

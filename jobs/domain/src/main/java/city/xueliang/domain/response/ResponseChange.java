package city.xueliang.domain.response;

/**
 * What one revision of an alert adds to the rows of a place.
 *
 * @param opened 1 if seats were told of it
 * @param open 1 if it is open now and was not, -1 the other way round
 * @param ackSeconds from being told to being acknowledged; NaN if that is not what happened
 * @param onSiteSeconds likewise to being on site
 * @param closeSeconds likewise to being closed by a seat
 */
public record ResponseChange(
    int opened,
    int closed,
    int cleared,
    int falseAlarms,
    int escalated,
    int open,
    double ackSeconds,
    double onSiteSeconds,
    double closeSeconds) {
  private static final double NOT = Double.NaN;

  static final ResponseChange NONE = ofOpen(0);

  static ResponseChange ofOpen(int open) {
    return new ResponseChange(0, 0, 0, 0, 0, open, NOT, NOT, NOT);
  }
}

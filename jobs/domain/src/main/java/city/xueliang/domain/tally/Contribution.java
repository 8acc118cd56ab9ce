package city.xueliang.domain.tally;

/** Something that adds to a minute of a place. */
public interface Contribution {
  /** Code of the place. */
  String place();

  /** As in {@link PlaceMetric}. */
  String district();

  /** Start of the minute, epoch milliseconds. */
  long minute();

  void addTo(Tallies tallies);
}

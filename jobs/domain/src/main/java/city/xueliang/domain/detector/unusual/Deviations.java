package city.xueliang.domain.detector.unusual;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Four ways in which a value can be out of line, each ranked in its own history: far from the
 * forecast, far from what is usual at this time, far from it for some time, and restless for some
 * time.
 */
final class Deviations {
  /** Scales that can be expected: what is beyond is not learnt as usual from one long anomaly. */
  private static final double MOST_EXPECTED = 6;

  private static final double RECENT = 0.1;
  private static final double MOST_SCALES = 8;

  /** Points from which on deviations are remembered: the first ones have no scale yet. */
  private static final int FIRST_REMEMBERED = 20;

  /** Points in which scales take any value, for want of one to judge it by. */
  private static final int UNBOUNDED = 30;

  /** Standard deviations in a mean absolute deviation, of the normal distribution. */
  private static final double DEVIATIONS_OF_SCALE = 0.8;

  /** Standard deviation of a mean over the recent points, and of one of sizes. */
  private static final double RECENT_DEVIATION = 0.23;

  private static final double RECENT_SIZE_DEVIATION = 0.17;
  private static final double NORMAL_TAIL = 0.5 * Math.log10(Math.E);
  private static final double NORMAL_START = 0.3;
  private static final double LARGEST_SHARE = 0.5;
  private static final double SUM_SHARE = 0.25;
  private static final double LEAST_RELATIVE = 1e-9;
  private static final double LEAST = 1e-12;

  private final Rarity jumps;
  private final Rarity departures;
  private final Rarity pulls;
  private final Rarity unrests;
  private double jumpScale;
  private double departureScale;
  private double pull;
  private double unrest;

  Deviations() {
    this(Rarity.ofBothSides(), Rarity.ofBothSides(), Rarity.ofBothSides(), Rarity.ofSizes());
  }

  private Deviations(Rarity jumps, Rarity departures, Rarity pulls, Rarity unrests) {
    this.jumps = jumps;
    this.departures = departures;
    this.pulls = pulls;
    this.unrests = unrests;
  }

  /** The least scale that counts, for a series of this level. */
  static double leastScale(double level, double given) {
    return Math.max(given, LEAST_RELATIVE * Math.abs(level) + LEAST);
  }

  /** The error above which errors of forecasts are all the same. */
  double mostError() {
    return MOST_SCALES * jumpScale;
  }

  /**
   * Ranks a point among all before it, and remembers it.
   *
   * @param error against the forecast
   * @param departure from what is usual at this time
   * @param points up to this one
   * @param weight of a point in the scales
   * @return the surprise: about -log10 of the share of history that was as far out of line
   */
  double surprise(double error, double departure, double leastScale, long points, double weight) {
    double jump = error / Math.max(jumpScale, leastScale);
    double away = departure / Math.max(departureScale, leastScale);
    double recent = Math.max(1.0 / points, RECENT);
    pull += (clip(away) - pull) * recent;
    unrest += (Math.abs(clip(jump)) - unrest) * recent;
    boolean remember = points > FIRST_REMEMBERED;
    double ofJump = rank(jumps, jump, jump * DEVIATIONS_OF_SCALE, remember);
    double ofAway = rank(departures, away, away * DEVIATIONS_OF_SCALE, remember);
    double ofPull = rank(pulls, pull, pull * DEVIATIONS_OF_SCALE / RECENT_DEVIATION, remember);
    double ofUnrest =
        rank(unrests, unrest, Math.max(0, unrest - 1) / RECENT_SIZE_DEVIATION, remember);
    double most = points < UNBOUNDED ? Double.POSITIVE_INFINITY : MOST_SCALES;
    jumpScale = follow(jumpScale, error, most, weight);
    departureScale = follow(departureScale, departure, most, weight);
    double largest = Math.max(Math.max(ofJump, ofAway), Math.max(ofPull, ofUnrest));
    return LARGEST_SHARE * largest + SUM_SHARE * (ofJump + ofAway + ofPull + ofUnrest);
  }

  private static double rank(Rarity rarity, double size, double deviations, boolean remember) {
    double surprise =
        Math.min(rarity.surprise(size), NORMAL_START + NORMAL_TAIL * deviations * deviations);
    if (remember) {
      rarity.add(size);
    }
    return surprise;
  }

  private static double follow(double scale, double size, double most, double weight) {
    double bound = most == Double.POSITIVE_INFINITY ? most : most * scale + LEAST;
    return scale + (Math.min(Math.abs(size), bound) - scale) * weight;
  }

  private static double clip(double size) {
    return Math.max(-MOST_SCALES, Math.min(MOST_SCALES, size));
  }

  /** How far below or above the forecast only this share of values was; 6 scales at most. */
  double jumpOf(double share, int sign, double leastScale) {
    return sign
        * Math.min(MOST_EXPECTED, jumps.size(share, sign))
        * Math.max(jumpScale, leastScale);
  }

  /** How far below or above the usual only this share of values was; 6 scales at most. */
  double departureOf(double share, int sign, double leastScale) {
    return sign
        * Math.min(MOST_EXPECTED, departures.size(share, sign))
        * Math.max(departureScale, leastScale);
  }

  Deviations copy() {
    Deviations copy = new Deviations(jumps.copy(), departures.copy(), pulls.copy(), unrests.copy());
    copy.jumpScale = jumpScale;
    copy.departureScale = departureScale;
    copy.pull = pull;
    copy.unrest = unrest;
    return copy;
  }

  void write(DataOutput out) throws IOException {
    jumps.write(out);
    departures.write(out);
    pulls.write(out);
    unrests.write(out);
    out.writeDouble(jumpScale);
    out.writeDouble(departureScale);
    out.writeDouble(pull);
    out.writeDouble(unrest);
  }

  void read(DataInput in) throws IOException {
    jumps.read(in);
    departures.read(in);
    pulls.read(in);
    unrests.read(in);
    jumpScale = in.readDouble();
    departureScale = in.readDouble();
    pull = in.readDouble();
    unrest = in.readDouble();
  }
}

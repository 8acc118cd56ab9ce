package city.xueliang.domain.detector.unusual;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is usual at a time of the day and of the week, as a difference to the series' level: half
 * hours of the day, joined by straight lines, and hours of the week as what the day leaves over.
 * Time counts, not points: a visit of a half hour weighs the same whether it had 1 point or 1800.
 */
final class Rhythm {
  private static final int DAY_SLOTS = 48;
  private static final int WEEK_SLOTS = 168;
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;
  private static final long DAY_SLOT = DAY / DAY_SLOTS;

  /** Visits of a slot after which it is a fading mean. */
  private static final double DAY_VISITS = 10;

  private static final double WEEK_VISITS = 4;

  /** An hour of the week counts from its second visit, and then is trusted as its visits are. */
  private static final double LEAST_WEEK_VISITS = 0.99;

  private static final double WEEK_DOUBT = 2;

  private final float[] day;
  private final float[] dayVisits;
  private final float[] week;
  private final float[] weekVisits;

  Rhythm() {
    this(new float[DAY_SLOTS], new float[DAY_SLOTS], new float[WEEK_SLOTS], new float[WEEK_SLOTS]);
  }

  private Rhythm(float[] day, float[] dayVisits, float[] week, float[] weekVisits) {
    this.day = day;
    this.dayVisits = dayVisits;
    this.week = week;
    this.weekVisits = weekVisits;
  }

  /** The usual difference to the level; 0 at times that are not known. */
  double at(long localMillis) {
    int hour = hourOfWeek(localMillis);
    double visits = weekVisits[hour];
    double trust = visits < LEAST_WEEK_VISITS ? 0 : visits / (visits + WEEK_DOUBT);
    return ofDay(localMillis) + week[hour] * trust;
  }

  private double ofDay(long localMillis) {
    double place = place(localMillis);
    int left = left(place);
    int right = (left + 1) % DAY_SLOTS;
    double share = place - Math.floor(place);
    double leftWeight = dayVisits[left] * (1 - share);
    double rightWeight = dayVisits[right] * share;
    double weight = leftWeight + rightWeight;
    return weight > 0 ? (day[left] * leftWeight + day[right] * rightWeight) / weight : 0;
  }

  /**
   * Learns one difference.
   *
   * @param difference of a value to the level
   * @param millis that the value stands for
   */
  void learn(long localMillis, double difference, long millis) {
    int hour = hourOfWeek(localMillis);
    double rest = difference - ofDay(localMillis);
    learn(week, weekVisits, hour, rest, Math.min(1, (double) millis / HOUR), WEEK_VISITS);
    double place = place(localMillis);
    int left = left(place);
    double share = place - Math.floor(place);
    double weight = Math.min(1, (double) millis / DAY_SLOT);
    learn(day, dayVisits, left, difference, weight * (1 - share), DAY_VISITS);
    learn(day, dayVisits, (left + 1) % DAY_SLOTS, difference, weight * share, DAY_VISITS);
  }

  private static void learn(
      float[] values, float[] visits, int slot, double value, double weight, double most) {
    if (weight <= 0) {
      return;
    }
    visits[slot] = (float) Math.min(most, visits[slot] + weight);
    values[slot] += (float) ((value - values[slot]) * Math.min(1, weight / visits[slot]));
  }

  private static double place(long localMillis) {
    return (double) Math.floorMod(localMillis, DAY) / DAY_SLOT - 1.0 / 2;
  }

  private static int left(double place) {
    return Math.floorMod((int) Math.floor(place), DAY_SLOTS);
  }

  private static int hourOfWeek(long localMillis) {
    return Math.floorMod(Math.floorDiv(localMillis, HOUR), WEEK_SLOTS);
  }

  Rhythm copy() {
    return new Rhythm(day.clone(), dayVisits.clone(), week.clone(), weekVisits.clone());
  }

  void write(DataOutput out) throws IOException {
    Floats.write(day, out);
    Floats.write(dayVisits, out);
    Floats.write(week, out);
    Floats.write(weekVisits, out);
  }

  void read(DataInput in) throws IOException {
    Floats.read(day, in);
    Floats.read(dayVisits, in);
    Floats.read(week, in);
    Floats.read(weekVisits, in);
  }
}

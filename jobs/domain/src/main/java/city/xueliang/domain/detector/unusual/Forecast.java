package city.xueliang.domain.detector.unusual;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a series should read next, on its even scale: the better one of two forecasts, by their
 * errors so far. One knows the time of the day and the week, the other only the last few values.
 */
final class Forecast {
  /** How fast the level follows: it takes up 63 % of a shift in a week. */
  private static final double LEVEL_MILLIS = 7 * 86_400_000.0;

  private static final double SHORT = 0.3;

  private final Rhythm rhythm;
  private double level;
  private double shortMean;
  private double shortRest;
  private double errorByRhythm;
  private double errorByLast;

  Forecast() {
    this(new Rhythm());
  }

  private Forecast(Rhythm rhythm) {
    this.rhythm = rhythm;
  }

  double level() {
    return level;
  }

  /** What is usual at this time, whatever the last values were. */
  double usual(long localMillis) {
    return level + rhythm.at(localMillis);
  }

  /** What is next, given what is usual then. */
  double next(double usual) {
    return errorByRhythm < errorByLast ? usual + shortRest : shortMean;
  }

  /** Begins with a first value. */
  void begin(double value) {
    level = value;
    shortMean = value;
  }

  /** After a gap the last values tell nothing of the next. */
  void forgetLast(double usual) {
    shortMean = usual;
    shortRest = 0;
  }

  /**
   * Learns a value.
   *
   * @param usual at its time, by this forecast
   * @param millis that it stands for
   * @param weight of a point in the mean errors
   * @param mostError above which an error counts no more
   * @param levelWeight least weight in the level
   */
  void learn(
      long localMillis,
      double value,
      double usual,
      long millis,
      double weight,
      double mostError,
      double levelWeight) {
    double byRhythm = Math.abs(value - usual - shortRest);
    double byLast = Math.abs(value - shortMean);
    errorByRhythm += (Math.min(byRhythm, mostError) - errorByRhythm) * weight;
    errorByLast += (Math.min(byLast, mostError) - errorByLast) * weight;
    shortMean += (value - shortMean) * SHORT;
    shortRest += (value - usual - shortRest) * SHORT;
    level += (value - level) * Math.max(levelWeight, 1 - Math.exp(-millis / LEVEL_MILLIS));
    rhythm.learn(localMillis, value - level, millis);
  }

  Forecast copy() {
    Forecast copy = new Forecast(rhythm.copy());
    copy.level = level;
    copy.shortMean = shortMean;
    copy.shortRest = shortRest;
    copy.errorByRhythm = errorByRhythm;
    copy.errorByLast = errorByLast;
    return copy;
  }

  void write(DataOutput out) throws IOException {
    rhythm.write(out);
    out.writeDouble(level);
    out.writeDouble(shortMean);
    out.writeDouble(shortRest);
    out.writeDouble(errorByRhythm);
    out.writeDouble(errorByLast);
  }

  void read(DataInput in) throws IOException {
    rhythm.read(in);
    level = in.readDouble();
    shortMean = in.readDouble();
    shortRest = in.readDouble();
    errorByRhythm = in.readDouble();
    errorByLast = in.readDouble();
  }
}

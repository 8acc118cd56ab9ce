package city.xueliang.domain.detector.unusual;

import city.xueliang.domain.detector.unusual.Judgement.Episode;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Joins unusual points that belong together: a series begins at most one episode in 100 points. */
final class Episodes {
  private static final int SPAN = 100;
  private static final int CALM_AFTER = 10;

  private int sinceBegin;
  private int sinceUnusual;

  Episodes() {
    this(SPAN, SPAN);
  }

  private Episodes(int sinceBegin, int sinceUnusual) {
    this.sinceBegin = sinceBegin;
    this.sinceUnusual = sinceUnusual;
  }

  Episode next(boolean unusual) {
    sinceBegin = Math.min(SPAN, sinceBegin + 1);
    sinceUnusual = unusual ? 0 : Math.min(SPAN, sinceUnusual + 1);
    if (sinceBegin == SPAN) {
      if (unusual) {
        sinceBegin = 0;
      }
      return unusual ? Episode.BEGINS : Episode.NONE;
    }
    return sinceUnusual < CALM_AFTER ? Episode.GOES_ON : Episode.CALM;
  }

  Episodes copy() {
    return new Episodes(sinceBegin, sinceUnusual);
  }

  void write(DataOutput out) throws IOException {
    Varints.write(sinceBegin, out);
    Varints.write(sinceUnusual, out);
  }

  static Episodes read(DataInput in) throws IOException {
    return new Episodes((int) Varints.read(in), (int) Varints.read(in));
  }
}

package city.xueliang.feeds.replay;

import city.xueliang.feeds.send.PaceClock;
import city.xueliang.feeds.send.Pacer;
import java.util.Optional;

/** The values of {@code --pace}. */
final class Pace {
  private Pace() {}

  /** A pacer for {@code original}, {@code max} or a number above 0; nothing for anything else. */
  static Optional<Pacer> parse(String text) {
    if (text.equals("max")) {
      return Optional.of(Pacer.asFastAsPossible());
    }
    try {
      double factor = text.equals("original") ? 1 : Numbers.decimal(text);
      return factor > 0 ? Optional.of(Pacer.atSpeed(factor, PaceClock.SYSTEM)) : Optional.empty();
    } catch (BadValueException e) {
      return Optional.empty();
    }
  }
}

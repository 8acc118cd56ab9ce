package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Signals of rules that are not known yet: the rule may come a moment later. Mutable. */
final class ParkedSignals {
  private static final long PATIENCE_MILLIS = Duration.ofMinutes(1).toMillis();
  private static final int MOST = 10_000;
  private static final Signal.Form FORM = new Signal.Form();

  private final ArrayDeque<Parked> parked = new ArrayDeque<>();

  /**
   * A signal that waits.
   *
   * @param until desk's clock
   */
  private record Parked(Signal signal, long until) {}

  /** Of too many, the oldest is dropped. */
  void add(Signal signal, long now) {
    parked.add(new Parked(signal, now + PATIENCE_MILLIS));
    if (parked.size() > MOST) {
      parked.remove();
    }
  }

  /**
   * Those whose rule is known, oldest first; they are taken out, and so is what waited too long.
   */
  List<Signal> take(Predicate<String> isKnown, long now) {
    List<Signal> taken = new ArrayList<>();
    parked.removeIf(
        waiting -> {
          boolean known = isKnown.test(waiting.signal.ruleId());
          if (known) {
            taken.add(waiting.signal);
          }
          return known || waiting.until <= now;
        });
    return taken;
  }

  /** When the next one is dropped; {@code Long.MAX_VALUE} for never. */
  long next() {
    return parked.isEmpty() ? Long.MAX_VALUE : parked.element().until;
  }

  boolean isEmpty() {
    return parked.isEmpty();
  }

  void write(DataOutput out) throws IOException {
    Varints.write(parked.size(), out);
    for (Parked waiting : parked) {
      FORM.write(waiting.signal, out);
      out.writeLong(waiting.until);
    }
  }

  void read(DataInput in, int version) throws IOException {
    for (long left = Varints.read(in); left > 0; left--) {
      parked.add(new Parked(FORM.read(in, version), in.readLong()));
    }
  }

  void copyFrom(ParkedSignals other) {
    parked.addAll(other.parked);
  }
}

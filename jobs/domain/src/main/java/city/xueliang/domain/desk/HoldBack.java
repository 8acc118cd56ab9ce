package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.Held;

/** What silences and shelves hold back. */
final class HoldBack {
  private HoldBack() {}

  /** Lets an open alert be held back by a silence that is in force, or not any more. */
  static void silence(AlertCase of, Turn turn) {
    Alert alert = of.alert();
    if (!alert.isOpen()) {
      return;
    }
    Held held = alert.held();
    String by =
        turn.book()
            .silences()
            .inForce(held.silencedBy(), alert.ruleId(), alert.scope(), turn.around(), turn.now());
    if (!by.equals(held.silencedBy())) {
      hold(of, held.silenced(by), turn);
    }
  }

  /** Takes an alert off the shelf when its time is over. */
  static void unshelve(AlertCase of, Turn turn) {
    Held held = of.alert().held();
    if (of.alert().isOpen() && held.shelvedUntil() != 0 && held.shelvedUntil() <= turn.now()) {
      hold(of, held.shelved(0), turn);
    }
  }

  static void hold(AlertCase of, Held held, Turn turn) {
    of.set(of.alert().draft().held(held).build());
    turn.touch(of);
  }
}

package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.Response;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.rule.ResponsePolicy.Terms;
import java.util.stream.LongStream;

/** When an alert has to be acknowledged, reached and reinforced, and what follows if it is not. */
final class Deadlines {
  private Deadlines() {}

  /** The next one of a sounding alert after now; 0 if none is left. */
  static long next(Alert alert, Terms terms, long now) {
    return unmet(alert, terms).filter(at -> at > now).min().orElse(0);
  }

  /** The alert after all deadlines that it missed by now, each of which takes it a level up. */
  static Alert miss(Alert alert, Terms terms, long now) {
    Response response = alert.response();
    long due = response.nextDeadlineAt();
    if (due == 0 || due > now) {
      return alert;
    }
    int missed = (int) unmet(alert, terms).filter(at -> at >= due && at <= now).count();
    CommandLevel level = response.commandLevel();
    for (int i = 0; i < missed; i++) {
      level = level.up();
    }
    return alert.draft().response(response.due(level, missed, next(alert, terms, now))).build();
  }

  private static LongStream unmet(Alert alert, Terms terms) {
    if (terms == null || alert.state() == AlertState.ON_SITE) {
      return LongStream.empty();
    }
    long opened = alert.response().openedAt();
    LongStream later =
        LongStream.of(opened + terms.arrive().toMillis(), opened + terms.reinforce().toMillis());
    return alert.state() == AlertState.OPEN
        ? LongStream.concat(LongStream.of(opened + terms.acknowledge().toMillis()), later)
        : later;
  }
}

package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.rule.Silence;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/** The silences that are known, and when they are in force. */
public final class Silences {
  private final List<Silence> byId;

  Silences(Collection<Silence> silences) {
    byId = silences.stream().sorted(Comparator.comparing(Silence::id)).toList();
  }

  /**
   * Whether a silence is about the alerts of a rule at a place, whatever the time: for a preview.
   *
   * @param zonesOf codes of the zones that hold a grid
   */
  public static boolean isAbout(
      Silence silence, String ruleId, Scope scope, Function<String, List<String>> zonesOf) {
    Surroundings around = new Surroundings(RulesInForce.EMPTY, zonesOf);
    return matches(silence, ruleId, scope, around.zones(scope));
  }

  /**
   * Id of the one that holds back alerts of a rule at a place now; empty for none.
   *
   * @param current the one that does already: it stays if it may
   */
  String inForce(String current, String ruleId, Scope scope, Surroundings around, long now) {
    if (byId.isEmpty()) {
      return "";
    }
    String first = "";
    for (Silence silence : byId) {
      boolean holds =
          silence.from() <= now
              && now < silence.to()
              && matches(silence, ruleId, scope, around.zones(scope));
      if (holds && silence.id().equals(current)) {
        return current;
      }
      if (holds && first.isEmpty()) {
        first = silence.id();
      }
    }
    return first;
  }

  /** When the next one starts or ends after now; {@code Long.MAX_VALUE} for never. */
  long nextEdge(long now) {
    return byId.stream()
        .flatMapToLong(silence -> LongStream.of(silence.from(), silence.to()))
        .filter(edge -> edge > now)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private static boolean matches(Silence silence, String ruleId, Scope scope, List<String> zones) {
    return (silence.rules().isEmpty() || silence.rules().contains(ruleId))
        && (silence.places().isEmpty()
            || silence.places().stream().anyMatch(code -> Reach.covers(code, scope, zones)));
  }
}

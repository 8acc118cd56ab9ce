package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.ResponsePolicy;
import city.xueliang.domain.rule.ResponsePolicy.Terms;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which response policy counts for an alert. */
final class Policies {
  private final Map<String, ResponsePolicy> byPlace = new HashMap<>();

  /** Null if there is none. */
  private final ResponsePolicy elsewhere;

  Policies(Collection<ResponsePolicy> policies) {
    List<ResponsePolicy> byId =
        policies.stream().sorted(Comparator.comparing(ResponsePolicy::id)).toList();
    for (ResponsePolicy policy : byId) {
      policy.places().forEach(place -> byPlace.putIfAbsent(place, policy));
    }
    elsewhere = byId.stream().filter(policy -> policy.places().isEmpty()).findFirst().orElse(null);
  }

  /**
   * The terms of the policy that names a zone of the alert's place; else of the one with the
   * narrowest place of the tree; else of the one without places. Null if it has none for the
   * colour, or there is no policy. Of several policies that name a place the first id counts.
   */
  Terms terms(Scope scope, Colour colour, Surroundings around) {
    ResponsePolicy policy = policy(scope, around);
    if (policy == null) {
      return null;
    }
    return policy.terms().stream()
        .filter(terms -> terms.colour() == colour)
        .findFirst()
        .orElse(null);
  }

  private ResponsePolicy policy(Scope scope, Surroundings around) {
    if (byPlace.isEmpty()) {
      return elsewhere;
    }
    for (String zone : around.zones(scope)) {
      if (byPlace.containsKey(zone)) {
        return byPlace.get(zone);
      }
    }
    for (String code : Reach.covering(scope)) {
      if (byPlace.containsKey(code)) {
        return byPlace.get(code);
      }
    }
    return elsewhere;
  }
}

package city.xueliang.console.terms;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.console.access.Role;
import city.xueliang.console.access.Seat;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.city.CityPlaces;
import city.xueliang.console.terms.RuleJson.Publication;
import city.xueliang.domain.rule.EntryKeys;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RuleFiles;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.rule.Silence;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RuleJsonTest {
  private static final CityPlaces PLACES =
      new CityPlaces(1, SimulatedCity.xining(new CityOptions(1, 0.1, 500)).places());
  private static final Publication BY = new Publication("630100-ops-01", 1_000);
  private static Rulebook rules;

  @BeforeAll
  static void readTheDefaultRules() throws Exception {
    rules =
        new RuleFiles(ZoneId.of("Asia/Shanghai"), "630100-ops-01")
            .add(Path.of("../rules/default.yaml"))
            .read();
  }

  @Test
  void everyTermOfARuleHasItsKeyOfTheRulesFiles() {
    for (RulebookChange entry : rules.entries().values()) {
      if (entry.rule() != null) {
        ObjectNode json = seenBy("630100").rule(entry.rule(), BY).orElseThrow();
        Set<String> keys = new TreeSet<>();
        json.get("condition").fieldNames().forEachRemaining(keys::add);
        json.get("handling").fieldNames().forEachRemaining(key -> keys.add("handling." + key));
        assertThat(keys).as(entry.key()).containsAll(keysOfFile(entry));
      }
    }
  }

  @Test
  void valuesAreThoseOfTheRulesFiles() throws Exception {
    JsonNode gas = seenBy("630100").rule(rule("gas-second-stage"), BY).orElseThrow();
    JsonNode flame = seenBy("630100").rule(rule("gas-then-flame"), BY).orElseThrow();

    assertThat(new ObjectMapper().readTree(gas.toString()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"id": "gas-second-stage", "version": 1, "zh": "可燃气体二级报警",
                     "en": "Combustible gas, second stage", "type": "threshold", "colour": "RED",
                     "places": [],
                     "condition": {"measure": "GAS_LEL_PERCENT", "direction": "ABOVE",
                       "limit": 50.0, "clearLimit": 40.0, "dwell": "0s"},
                     "handling": {"groupBy": "GRID", "holdOff": "10m",
                       "inhibits": [{"rule": "gas-first-stage", "equal": "GRID"}]},
                     "seat": "630100-ops-01", "publishedAt": 1000}
                    """));
    assertThat(flame.at("/condition/first/measure").textValue()).isEqualTo("GAS_LEL_PERCENT");
    assertThat(flame.at("/condition/first/atLeast").doubleValue()).isEqualTo(20);
    assertThat(flame.at("/condition/then").textValue()).isEqualTo("FLAME");
  }

  @Test
  void aPolicyHasTheTermsOfEachColour() {
    RulebookChange policy =
        rules.entries().values().stream().filter(e -> e.policy() != null).findFirst().orElseThrow();

    ObjectNode json = seenBy("630100").policy(policy.policy(), BY).orElseThrow();

    assertThat(json.get("terms")).hasSameSizeAs(policy.policy().terms());
    assertThat(json.at("/terms/0").fieldNames())
        .toIterable()
        .containsExactly("colour", "acknowledge", "arrive", "reinforce", "start");
  }

  @Test
  void placesAreThoseThatTheSeatSees() {
    Rule rule = in("630105", "630102");

    assertThat(places(seenBy("630100").rule(rule, BY))).containsExactly("630102", "630105");
    assertThat(places(seenBy("630105").rule(rule, BY))).containsExactly("630105");
    assertThat(places(seenBy("630105001").rule(rule, BY))).containsExactly("630105001");
    assertThat(seenBy("630121").rule(rule, BY)).isEmpty();
  }

  @Test
  void ofAZoneThatTheSeatSeesInPartItSeesTheGrids() {
    String grid = PLACES.gridsOfZone("zone-xiaoqiao").get(0);

    assertThat(places(seenBy(grid).rule(in("zone-xiaoqiao"), BY))).containsExactly(grid);
    assertThat(places(seenBy("zone-xiaoqiao").rule(in("630105"), BY)))
        .containsExactly("zone-xiaoqiao");
  }

  @Test
  void aSilenceTellsItsPhaseAndWhatItHolds() {
    Silence silence =
        new Silence("s", Silence.Kind.MAINTENANCE, Set.of(), Set.of("gas"), 100, 200, "630100-a");
    RuleJson json = seenBy("630105");

    assertThat(json.silence(silence, BY, 3, 99).orElseThrow().get("phase").textValue())
        .isEqualTo("PLANNED");
    ObjectNode inForce = json.silence(silence, BY, 3, 100).orElseThrow();
    assertThat(inForce.get("phase").textValue()).isEqualTo("IN_FORCE");
    assertThat(inForce.get("holds").intValue()).isEqualTo(3);
    assertThat(json.silence(silence, BY, 3, 200).orElseThrow().get("phase").textValue())
        .isEqualTo("PAST");
  }

  @Test
  void whoPublishedIsLeftOutWhereItIsNotKnown() {
    assertThat(seenBy("630100").rule(in(), new Publication("", 1)).orElseThrow().has("seat"))
        .isFalse();
  }

  private static RuleJson seenBy(String place) {
    Seat seat = new Seat("630100-test-01", Role.VIEWER, Set.of(place));
    return new RuleJson(new SeatView(seat, PLACES));
  }

  private static Rule rule(String id) {
    return rules.entries().get(id).rule();
  }

  private static Rule in(String... places) {
    Rule rule = rule("gas-second-stage");
    return new Rule(
        rule.id(),
        1,
        rule.name(),
        rule.colour(),
        Set.of(places),
        rule.condition(),
        rule.handling());
  }

  private static Iterable<String> places(Optional<ObjectNode> json) {
    Set<String> places = new TreeSet<>();
    json.orElseThrow().get("places").forEach(place -> places.add(place.textValue()));
    return places;
  }

  /** Without those that are no terms, and without what is within a key. */
  private static Set<String> keysOfFile(RulebookChange entry) {
    Set<String> keys = new TreeSet<>();
    EntryKeys.of(entry).keySet().stream()
        .filter(key -> !Set.of("name.zh", "name.en", "colour", "places", "type").contains(key))
        .map(key -> key.replaceFirst("^(handling\\.[a-zA-Z]+).*", "$1"))
        .forEach(keys::add);
    return keys;
  }
}

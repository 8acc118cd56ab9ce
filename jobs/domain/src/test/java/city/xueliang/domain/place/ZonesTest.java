package city.xueliang.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.state.BinaryForms;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ZonesTest {
  private static final String GRID = "630105002001001";
  private static final String NEXT_GRID = "630105002001002";

  private final Zones zones = new Zones();

  @Test
  void theFirstVersionIsInForceFromEver() {
    zones.put("belt", List.of(GRID), 1_000);

    assertThat(zones.of(GRID, Long.MIN_VALUE)).containsExactly("belt");
    assertThat(zones.of(NEXT_GRID, 2_000)).isEmpty();
  }

  @Test
  void aLaterVersionIsInForceFromThenOn() {
    zones.put("belt", List.of(GRID), 0);
    zones.put("belt", List.of(NEXT_GRID), 1_000);

    assertThat(zones.of(GRID, 999)).containsExactly("belt");
    assertThat(zones.of(NEXT_GRID, 999)).isEmpty();
    assertThat(zones.of(GRID, 1_000)).isEmpty();
    assertThat(zones.of(NEXT_GRID, 1_000)).containsExactly("belt");
  }

  @Test
  void aZoneThatWasRemovedHoldsNothingFromThenOn() {
    zones.put("belt", List.of(GRID), 0);
    zones.put("belt", List.of(), 1_000);

    assertThat(zones.of(GRID, 999)).containsExactly("belt");
    assertThat(zones.of(GRID, 1_000)).isEmpty();
  }

  @Test
  void theZonesOfAGridAreSorted() {
    zones.put("school-belt", List.of(GRID, GRID), 0);
    zones.put("belt", List.of(GRID, NEXT_GRID), 0);

    assertThat(zones.of(GRID, 0)).containsExactly("belt", "school-belt");
  }

  @Test
  void anEntryThatReachesBackReplacesWhatWasSaidOfThatTime() {
    zones.put("belt", List.of(GRID), 0);
    zones.put("belt", List.of(), 1_000);
    zones.put("belt", List.of(NEXT_GRID), 500);

    assertThat(zones.of(GRID, 499)).containsExactly("belt");
    assertThat(zones.of(NEXT_GRID, 500)).containsExactly("belt");
    assertThat(zones.of(NEXT_GRID, 2_000)).containsExactly("belt");
  }

  @Test
  void theSameGridsOnceMoreMakeNoVersion() {
    ZoneVersions once = ZoneVersions.NONE.with(List.of(GRID, NEXT_GRID), 0);

    assertThat(once.with(List.of(NEXT_GRID, GRID), 1_000)).isEqualTo(once);
  }

  @Test
  void aVersionIsForgottenOnceItEndedByTheHorizon() {
    zones.put("belt", List.of(GRID), 0);
    zones.put("belt", List.of(NEXT_GRID), 1_000);

    zones.forgetBefore(999);
    assertThat(zones.of(GRID, 500)).containsExactly("belt");

    zones.forgetBefore(1_000);
    assertThat(zones.of(GRID, 500)).isEmpty();
    assertThat(zones.of(NEXT_GRID, 1_000)).containsExactly("belt");
  }

  @Property
  void aGridBelongsToWhatAPlainListOfChangesSays(
      @ForAll @Size(max = 12) List<@From("changes") Change> changes,
      @ForAll @From("grids") String grid,
      @ForAll @From("times") long time)
      throws Exception {
    Zones changed = new Zones();
    TreeMap<String, TreeMap<Long, List<String>>> plain = new TreeMap<>();
    ZoneVersions.Form form = new ZoneVersions.Form();
    TreeMap<String, ZoneVersions> states = new TreeMap<>();
    for (Change change : changes) {
      changed.put(change.zone, change.grids, change.from);
      TreeMap<Long, List<String>> of = plain.computeIfAbsent(change.zone, any -> new TreeMap<>());
      of.tailMap(change.from, true).clear();
      of.put(of.isEmpty() ? Long.MIN_VALUE : change.from, change.grids);
      states.merge(
          change.zone,
          ZoneVersions.NONE.with(change.grids, change.from),
          (before, any) -> before.with(change.grids, change.from));
    }
    TreeSet<String> expected = new TreeSet<>();
    plain.forEach(
        (zone, of) -> {
          if (of.floorEntry(time).getValue().contains(grid)) {
            expected.add(zone);
          }
        });
    Zones rebuilt = new Zones();
    for (var state : states.entrySet()) {
      rebuilt.put(state.getKey(), BinaryForms.roundTrip(form, state.getValue()));
    }
    rebuilt.forgetBefore(time);

    assertThat(changed.of(grid, time)).containsExactlyElementsOf(expected);
    assertThat(rebuilt.of(grid, time)).containsExactlyElementsOf(expected);
  }

  @Provide
  Arbitrary<Change> changes() {
    return Combinators.combine(
            Arbitraries.of("belt", "corridor", "street"), grids().set().ofMaxSize(3), times())
        .as((zone, grids, from) -> new Change(zone, List.copyOf(grids), from));
  }

  @Provide
  Arbitrary<String> grids() {
    return Arbitraries.of(GRID, NEXT_GRID, "630105002001003");
  }

  @Provide
  Arbitrary<Long> times() {
    return Arbitraries.longs().between(-3, 3);
  }

  /** A zone holds these grids from then on. */
  record Change(String zone, List<String> grids, long from) {}
}

package city.xueliang.placewatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.desk.RulesInForce;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Sign;
import city.xueliang.testing.Moments;
import city.xueliang.testing.TestingRules;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which patterns an observation is a part of. */
class PatternRoutesTest {
  private static final Duration SPAN = Duration.ofMinutes(5);
  private static final Subject CAMERA =
      new Subject(Town.GRID, Town.DISTRICT, Town.CAMERA, "sw-01", ModelClass.CAMERA);
  private static final List<String> ZONES = List.of("festival-street", "school-belt");

  @Test
  void aBurstOfADeviceIsLookedForAtTheDevice() {
    assertThat(keys(burst("burst", Extent.DEVICE), Measure.FLAME, 1))
        .containsExactly("burst@" + Town.CAMERA);
  }

  @Test
  void aBurstOfAPlaceIsLookedForAtTheOneThatHoldsTheGrid() {
    assertThat(keys(burst("burst", Extent.GRID), Measure.FLAME, 1))
        .containsExactly("burst@" + Town.GRID);
    assertThat(keys(burst("burst", Extent.STREET), Measure.FLAME, 1))
        .containsExactly("burst@630105001");
    assertThat(keys(burst("burst", Extent.CITY), Measure.FLAME, 1)).containsExactly("burst@630100");
  }

  @Test
  void whatSpreadsIsLookedForInEachZoneOfTheGrid() {
    assertThat(keys(spread(), Measure.FLAME, 1))
        .containsExactly("spread@festival-street", "spread@school-belt");
  }

  @Test
  void aRuleThatNamesAZoneLooksInThatZoneOnly() {
    assertThat(keys(spread().in("school-belt"), Measure.FLAME, 1))
        .containsExactly("spread@school-belt");
  }

  @Test
  void aRuleThatNamesADistrictLooksInAllZonesOfItsGrids() {
    assertThat(keys(spread().in(Town.DISTRICT), Measure.FLAME, 1)).hasSize(2);
    assertThat(keys(spread().in(Town.OTHER_DISTRICT), Measure.FLAME, 1)).isEmpty();
  }

  @Test
  void devicesTogetherAreLookedForInTheCity() {
    Condition condition =
        new Condition.Together(
            List.of(Sign.of(Measure.FLAME), Sign.of(Measure.SMOKE)), 2, 1, true, SPAN);

    assertThat(keys(TestingRules.rule("together", condition), Measure.SMOKE, 1))
        .containsExactly("together@630100");
  }

  @Test
  void bothSignsOfASequenceAreSightings() {
    TestingRules sequence = sequence(Sign.of(Measure.SMOKE), Sign.of(Measure.FLAME));

    assertThat(keys(sequence, Measure.SMOKE, 1)).containsExactly("sequence@" + Town.GRID);
    assertThat(keys(sequence, Measure.FLAME, 1)).containsExactly("sequence@" + Town.GRID);
  }

  @Test
  void aValueThatIsBothSignsOfASequenceIsOneSighting() {
    TestingRules sequence =
        sequence(new Sign(Measure.CROWD_COUNT, 50), new Sign(Measure.CROWD_COUNT, 100));

    assertThat(keys(sequence, Measure.CROWD_COUNT, 120)).hasSize(1);
    assertThat(keys(sequence, Measure.CROWD_COUNT, 60)).hasSize(1);
    assertThat(keys(sequence, Measure.CROWD_COUNT, 40)).isEmpty();
  }

  @Test
  void whatIsNoSignOrNotCoveredGoesNowhere() {
    assertThat(keys(burst("burst", Extent.GRID), Measure.SMOKE, 1)).isEmpty();
    assertThat(keys(burst("burst", Extent.GRID).in(Town.FAR_GRID), Measure.FLAME, 1)).isEmpty();
    assertThat(keys(TestingRules.above("crowd", Measure.FLAME, 1, 0), Measure.FLAME, 1)).isEmpty();
  }

  private static TestingRules burst(String id, Extent per) {
    return TestingRules.rule(id, new Condition.Burst(Sign.of(Measure.FLAME), per, 3, SPAN));
  }

  private static TestingRules spread() {
    return TestingRules.rule("spread", new Condition.Spread(Sign.of(Measure.FLAME), 2, SPAN));
  }

  private static TestingRules sequence(Sign first, Sign then) {
    return TestingRules.rule("sequence", new Condition.Sequence(first, then, Extent.GRID, SPAN));
  }

  /** Rule and site of each pattern that an observation of the camera may be a part of. */
  private static List<String> keys(TestingRules rule, Measure measure, double value) {
    RulesInForce book = RulesInForce.builder().rule(rule.build()).build();
    List<String> keys = new ArrayList<>();
    Evidence seen = new Evidence(Town.CAMERA, measure, value, Moments.NOON.toEpochMilli());
    new PatternRoutes(book).route(CAMERA, seen, ZONES, sighting -> keys.add(sighting.key()));
    return keys;
  }
}

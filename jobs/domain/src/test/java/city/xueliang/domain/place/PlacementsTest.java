package city.xueliang.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.place.Placements.Placement;
import org.junit.jupiter.api.Test;

class PlacementsTest {
  private static final String OLD = "630105002001001";
  private static final String NEW = "630105002001002";
  private static final String NEWEST = "630105002001003";

  @Test
  void theFirstEntryHoldsFromEver() {
    Placements placements = Placements.NONE.with(in(OLD), 1_000);

    assertThat(placements.gridAt(Long.MIN_VALUE)).isEqualTo(OLD);
    assertThat(placements.hasFormer()).isFalse();
  }

  @Test
  void nothingIsKnownFromBeforeAFirstEntryThatSaysItsBeginning() {
    Placements placements = Placements.NONE.with(in(OLD, 1_000), 5_000);

    assertThat(placements.gridAt(999)).isNull();
    assertThat(placements.gridAt(1_000)).isEqualTo(OLD);
  }

  @Test
  void aMoveHoldsSinceItWasPublished() {
    Placements placements = Placements.NONE.with(in(OLD), 0).with(in(NEW), 1_000);

    assertThat(placements.gridAt(999)).isEqualTo(OLD);
    assertThat(placements.gridAt(1_000)).isEqualTo(NEW);
    assertThat(placements.hasFormer()).isTrue();
  }

  @Test
  void aMoveHoldsSinceItsEntrySays() {
    Placements placements = Placements.NONE.with(in(OLD), 0).with(in(NEW, 500), 1_000);

    assertThat(placements.gridAt(499)).isEqualTo(OLD);
    assertThat(placements.gridAt(500)).isEqualTo(NEW);
  }

  @Test
  void anEntryThatOnlySaysAnotherSegmentMovesNothing() {
    Placements moved = Placements.NONE.with(in(OLD), 0).with(in(NEW, 5_000), 1_000);

    assertThat(moved.with(in(NEW), 2_000)).isEqualTo(moved);
  }

  @Test
  void theTimeOfAMoveCanBeCorrectedBothWays() {
    Placements moved = Placements.NONE.with(in(OLD), 0).with(in(NEW, 500), 1_000);

    assertThat(moved.with(in(NEW, 300), 2_000).placements())
        .containsExactly(new Placement(Long.MIN_VALUE, OLD), new Placement(300, NEW));
    assertThat(moved.with(in(NEW, 700), 2_000).placements())
        .containsExactly(new Placement(Long.MIN_VALUE, OLD), new Placement(700, NEW));
  }

  @Test
  void aMoveThatWasPlannedCanBeCalledOff() {
    Placements planned = Placements.NONE.with(in(OLD), 0).with(in(NEW, 5_000), 1_000);

    assertThat(planned.with(in(OLD), 2_000)).isEqualTo(Placements.of(in(OLD)));
  }

  @Test
  void whatAFirstEntryWasSaidToBeginWithCanReachFurtherBack() {
    Placements placements = Placements.NONE.with(in(OLD, 1_000), 0).with(in(OLD, 500), 0);

    assertThat(placements.placements()).containsExactly(new Placement(500, OLD));
    assertThat(placements.with(in(OLD, 900), 0)).isEqualTo(placements);
  }

  @Test
  void aPlacementIsForgottenOnceItEndedByTheHorizon() {
    Placements placements =
        Placements.NONE.with(in(OLD), 0).with(in(NEW), 1_000).with(in(NEWEST), 2_000);

    assertThat(placements.since(999)).isEqualTo(placements);
    assertThat(placements.since(1_000).gridAt(999)).isNull();
    assertThat(placements.since(1_000).gridAt(1_000)).isEqualTo(NEW);
    assertThat(placements.since(9_000).hasFormer()).isFalse();
    assertThat(placements.since(9_000).newest()).isEqualTo(new Placement(2_000, NEWEST));
  }

  private static Device in(String grid) {
    return Device.inService("63010500001320000001", grid, ModelClass.CAMERA, 60, "switch-01");
  }

  private static Device in(String grid, long since) {
    return in(grid).standingSince(since);
  }
}

package city.xueliang.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.console.access.Role;
import city.xueliang.console.access.Seat;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.testing.Moments;
import city.xueliang.testing.Town;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedActionsTest {
  private static final Alert OPEN = TestingRevision.opened("a").build();

  @ParameterizedTest
  @CsvSource({
    "OPEN, ACKNOWLEDGE ON_SITE CLOSE SHELVE SILENCE",
    "UNKNOWN, ACKNOWLEDGE ON_SITE CLOSE SHELVE SILENCE",
    "ACKNOWLEDGED, ON_SITE CLOSE SHELVE SILENCE",
    "ON_SITE, CLOSE SHELVE SILENCE",
    "CLEARED, CLOSE",
    "CLOSED, ''"
  })
  void theStateOfTheAlertSaysWhatCanBeDone(AlertState state, String actions) {
    Alert alert = Alert.newBuilder(OPEN).setState(state).build();

    assertThat(String.join(" ", allowed(alert, "630105-ops-01"))).isEqualTo(actions);
  }

  @Test
  void whatIsShelvedCanBeTakenDown() {
    Alert shelved = Alert.newBuilder(OPEN).setShelvedUntil(Moments.minutes(60)).build();

    assertThat(allowed(shelved, "630105-ops-01")).contains("UNSHELVE");
  }

  @Test
  void aSeatThatOnlySeesThePlaceMayHoldItBackButNotWorkIt() {
    assertThat(allowed(OPEN, "630104-ops-01")).containsExactly("SILENCE");
  }

  @ParameterizedTest
  @CsvSource({"630100-ops-01, true", "630105-ops-01, true", "630105001-ops-01, false"})
  void aZonesAlertTakesASeatOverAllOfItsDistrict(String seat, boolean mayWork) {
    Alert zone = Alert.newBuilder(OPEN).setPlace("belt").setLevel(PlaceLevel.ZONE).build();

    assertThat(allowed(zone, seat).contains("ACKNOWLEDGE")).isEqualTo(mayWork);
  }

  private static List<String> allowed(Alert alert, String seat) {
    return AllowedActions.of(alert, new Seat(seat, Role.OPERATOR, Set.of(Town.DISTRICT, "belt")));
  }
}

package city.xueliang.notify.config;

import static city.xueliang.notify.TestingAlert.opened;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.notify.happening.Happening;
import city.xueliang.schemas.Alert;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilterTest {
  @Test
  void passesTheColourAndThoseAboveIt() {
    Filter filter = new Filter(Colour.ORANGE, Set.of(), List.of(), Happening.TOLD_BY_DEFAULT);
    assertThat(passes(filter, opened().setColour(city.xueliang.schemas.Colour.RED))).isTrue();
    assertThat(passes(filter, opened().setColour(city.xueliang.schemas.Colour.ORANGE))).isTrue();
    assertThat(passes(filter, opened().setColour(city.xueliang.schemas.Colour.YELLOW))).isFalse();
    assertThat(passes(filter, opened().setColour(city.xueliang.schemas.Colour.UNKNOWN))).isTrue();
  }

  @Test
  void passesOnlyTheCommandLevelsAskedFor() {
    Filter filter =
        new Filter(Colour.BLUE, Set.of(CommandLevel.CITY), List.of(), Happening.TOLD_BY_DEFAULT);
    assertThat(passes(filter, opened())).isFalse();
    assertThat(passes(filter, opened().setCommandLevel(city.xueliang.schemas.CommandLevel.CITY)))
        .isTrue();
  }

  @Test
  void passesWhatLiesInThePlace() {
    assertThat(passes(at("630105003"), opened())).isTrue();
    assertThat(passes(at("630102"), opened())).isFalse();
  }

  @Test
  void aZoneLiesInTheDistrictThatWorksItsAlerts() {
    assertThat(passes(at("630105"), opened().setPlace("xiaoqiao"))).isTrue();
    assertThat(passes(at("630105003"), opened().setPlace("xiaoqiao"))).isFalse();
  }

  @Test
  void passesOnlyTheHappeningsAskedFor() {
    Filter filter = at("63");
    assertThat(filter.passes(opened().build(), Happening.ACKNOWLEDGED)).isFalse();
  }

  private static Filter at(String place) {
    return new Filter(Colour.BLUE, Set.of(), List.of(place), Happening.TOLD_BY_DEFAULT);
  }

  private static boolean passes(Filter filter, Alert.Builder alert) {
    return filter.passes(alert.build(), Happening.OPENED);
  }
}

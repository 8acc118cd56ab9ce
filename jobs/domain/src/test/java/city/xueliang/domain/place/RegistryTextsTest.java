package city.xueliang.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.text.Problem;
import city.xueliang.domain.text.Texts;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Test;

class RegistryTextsTest {
  private static final String NAME = "city.xueliang.domain.place.texts";
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  @Test
  void bothLanguagesTellTheSameRules() {
    ResourceBundle chinese = ResourceBundle.getBundle(NAME, Locale.SIMPLIFIED_CHINESE, NO_FALLBACK);
    ResourceBundle english = ResourceBundle.getBundle(NAME, Locale.ENGLISH, NO_FALLBACK);
    assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
    assertThat(chinese.getLocale()).isEqualTo(Locale.ROOT);
    // An English key that is missing would come from the Chinese file, so its words are looked at.
    for (String key : chinese.keySet()) {
      assertThat(english.getString(key)).as(key).isNotEqualTo(chinese.getString(key));
    }
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
  }

  @Test
  void aProblemIsToldWithPlaceRuleAndWhatIsAllowed() {
    Problem problem =
        new Origin("grids.geojson", 34, "features[12]")
            .problem("parent", "registry.parent-level", "630105002", "street", "grid", "community");
    assertThat(problem.text(Texts.of(RegistryCheck.class, Locale.ENGLISH)))
        .isEqualTo(
            "grids.geojson:34: features[12].parent: \"630105002\" is of level street; the parent"
                + " of a grid must be a community [registry.parent-level]");
    assertThat(problem.text(Texts.of(RegistryCheck.class, Locale.SIMPLIFIED_CHINESE)))
        .isEqualTo(
            "grids.geojson:34: features[12].parent: “630105002”的级别是 street；grid 的上级必须是"
                + " community [registry.parent-level]");
  }
}

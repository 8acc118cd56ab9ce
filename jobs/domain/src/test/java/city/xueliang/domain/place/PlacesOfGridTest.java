package city.xueliang.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesOfGridTest {
  @Test
  void aGridAddsToItselfItsAncestorsAndItsZones() {
    Map<String, String> districts = new LinkedHashMap<>();

    PlacesOfGrid.forEach("630105001001001", List.of("railway", "school-belt"), districts::put);

    assertThat(districts)
        .containsExactly(
            Map.entry("630105001001001", "630105"),
            Map.entry("630105001001", "630105"),
            Map.entry("630105001", "630105"),
            Map.entry("630105", "630105"),
            Map.entry("630100", "630100"),
            Map.entry("railway", "630100"),
            Map.entry("school-belt", "630100"));
  }
}

package city.xueliang.placewatch.publish;

import static city.xueliang.testing.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.FieldType;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.layout.Measurement.Field;
import city.xueliang.testing.Town;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MetricPointsTest {

  @Test
  void aRowOfEventsIsThis() {
    assertThat(lineOf(Measure.CROWD_COUNT, 3, 12))
        .isEqualTo(
            "camera_events,district=630105,kind=CROWD_COUNT,level=GRID,place=630105001001001,window=MINUTE"
                + " complete=true,count_max=12i,count_sum=15i,devices=2i,events=2i "
                + NOON.toEpochMilli());
  }

  @Test
  void aRowOfReadingsIsThis() {
    assertThat(lineOf(Measure.TEMPERATURE_CELSIUS, -40, 0.5, 20))
        .isEqualTo(
            "sensor_readings,district=630105,level=GRID,place=630105001001001,quantity=TEMPERATURE_CELSIUS,window=MINUTE"
                + " complete=true,devices=3i,max=20.0,mean=-6.5,min=-40.0,p50=%s,p95=%s,p99=%s,readings=3i "
                    .formatted(median(), median(), median())
                + NOON.toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource({"MINUTE,camera_events", "HOUR,camera_events_history", "DAY,camera_events_history"})
  void hoursAndDaysCanHaveAMeasurementOfTheirOwn(Window window, String measurement) {
    PlaceMetric metric = TestingMetrics.open(window, Measure.FLAME, 0);

    assertThat(MetricPoints.point(metric, "_history").toLineProtocol())
        .startsWith(measurement + ",")
        .contains("window=" + window, "complete=false");
    assertThat(MetricPoints.point(metric, "").toLineProtocol()).startsWith("camera_events,");
  }

  @ParameterizedTest
  @EnumSource(Measure.class)
  void everyMeasuresRowHasTheTagsAndFieldsOfItsTable(Measure measure) {
    Measurement table =
        measure.sender() == ModelClass.CAMERA
            ? Measurement.CAMERA_EVENTS
            : Measurement.SENSOR_READINGS;

    String[] parts = lineOf(measure, measure.least()).split(" ", -1);

    List<String> tags = List.of(parts[0].split(",", -1));
    assertThat(tags.get(0)).isEqualTo(table.table());
    assertThat(tags.stream().skip(1).map(tag -> tag.split("=", -1)[0]))
        .containsExactlyInAnyOrderElementsOf(table.tags());
    assertThat(tags).contains("place=" + Town.GRID, "district=" + Town.DISTRICT, "level=GRID");
    assertThat(tags).anyMatch(tag -> tag.endsWith("=" + measure.name()));
    assertThat(fields(parts[1]))
        .containsExactlyInAnyOrderEntriesOf(
            table.fields().stream()
                .collect(
                    LinkedHashMap::new,
                    (map, field) -> map.put(field.name(), field.type()),
                    Map::putAll));
    assertThat(parts[2]).isEqualTo(Long.toString(NOON.toEpochMilli()));
  }

  @Test
  void noTwoFieldsOrTagsOfATableHaveTheSameName() {
    for (Measurement table : Measurement.ALL) {
      assertThat(table.tags()).doesNotHaveDuplicates();
      assertThat(table.fields().stream().map(Field::name)).doesNotHaveDuplicates();
      assertThat(table.tags()).doesNotContain("device", "deviceId", "alert", "alertId");
    }
  }

  private static Map<String, FieldType> fields(String fields) {
    Map<String, FieldType> types = new LinkedHashMap<>();
    Arrays.stream(fields.split(",", -1))
        .map(field -> field.split("=", -1))
        .forEach(field -> types.put(field[0], typeOf(field[1])));
    return types;
  }

  private static FieldType typeOf(String value) {
    if (value.endsWith("i")) {
      return FieldType.INTEGER;
    }
    return value.equals("true") ? FieldType.BOOLEAN : FieldType.DECIMAL;
  }

  /**
   * The value in the middle, as the quantiles know it; p95 and p99 of three are the middle, too.
   */
  private static double median() {
    return TestingMetrics.of(Measure.TEMPERATURE_CELSIUS, -40, 0.5, 20).tally().quantile(0.5);
  }

  private static String lineOf(Measure measure, double... values) {
    return MetricPoints.point(TestingMetrics.of(measure, values), "_history").toLineProtocol();
  }
}

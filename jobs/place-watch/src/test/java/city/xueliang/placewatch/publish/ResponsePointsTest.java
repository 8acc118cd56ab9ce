package city.xueliang.placewatch.publish;

import static city.xueliang.testing.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.response.AlarmHealth;
import city.xueliang.domain.response.AlarmSummary;
import city.xueliang.domain.response.PlaceResponse;
import city.xueliang.domain.response.ResponseSummary;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.layout.Measurement.Field;
import city.xueliang.testing.Town;
import com.influxdb.client.write.Point;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of places, of seats and of their worst sources. */
class ResponsePointsTest {
  private static final AlarmHealth LOAD =
      new AlarmHealth(
          Town.DISTRICT,
          Level.DISTRICT,
          Town.DISTRICT,
          Window.HOUR,
          NOON.toEpochMilli(),
          false,
          new AlarmSummary(1, 2.5, 3, 4, 5.5, 6, 7, 8, 9, 10, 11, 12.5, 13));
  private static final WorstSource WORST =
      new WorstSource(
          Town.DISTRICT,
          Level.DISTRICT,
          Town.DISTRICT,
          Window.DAY,
          NOON.toEpochMilli(),
          true,
          2,
          "gas-leak",
          Town.GRID,
          7,
          12.5);

  @Test
  void aPlacesRowHasItsRuleColourAndAllItsFigures() {
    PlaceResponse row = row(new ResponseSummary(1, 2, 3, 4, 5, 6, 7.5, 8.5, 9.5, 10.5));

    assertThat(ResponsePoints.point(row, "_history").toLineProtocol())
        .isEqualTo(
            "alerts,colour=RED,district=630105,level=GRID,place=%s,rule=gas-leak,window=MINUTE "
                    .formatted(Town.GRID)
                + "ack_p50_s=7.5,ack_p90_s=8.5,cleared=3i,close_p90_s=10.5,closed=2i,complete=true,"
                + "escalated=6i,false_alarms=4i,on_site_p90_s=9.5,open=5i,opened=1i "
                + NOON.toEpochMilli());
    assertThat(fields(ResponsePoints.point(row, "")))
        .containsExactlyInAnyOrderElementsOf(fields(Measurement.ALERTS));
  }

  @Test
  void secondsOfWhatDidNotHappenAreMissing() {
    double none = Double.NaN;
    PlaceResponse row = row(new ResponseSummary(1, 0, 0, 0, 1, 0, none, none, none, none));

    assertThat(fields(ResponsePoints.point(row, "")))
        .contains("opened", "complete")
        .noneMatch(field -> field.endsWith("_s"));
  }

  @Test
  void aSeatsRowHasAllItsFigures() {
    assertThat(AlarmHealthPoints.point(LOAD, "_history").toLineProtocol())
        .isEqualTo(
            "alarm_health_history,district=630105,level=DISTRICT,place=630105,window=HOUR "
                + "alarms=1i,blue=10i,complete=false,flood_minutes=4i,flood_percent=5.5,open=13i,"
                + "orange=8i,peak_10min=3i,rate_10min=2.5,re_alarms=11i,red=7i,stale=6i,"
                + "worst_ten_percent=12.5,yellow=9i "
                + NOON.toEpochMilli());
    assertThat(fields(AlarmHealthPoints.point(LOAD, "")))
        .containsExactlyInAnyOrderElementsOf(fields(Measurement.ALARM_HEALTH));
  }

  @Test
  void aWorstSourceIsToldByItsRuleAndPlace() {
    assertThat(WorstSourcePoints.point(WORST, "").toLineProtocol())
        .isEqualTo(
            "worst_sources,district=630105,level=DISTRICT,place=630105,rank=2,window=DAY "
                + "alarms=7i,complete=true,percent=12.5,source_place=\"%s\",source_rule=\"gas-leak\" "
                    .formatted(Town.GRID)
                + NOON.toEpochMilli());
    assertThat(fields(WorstSourcePoints.point(WORST, "")))
        .containsExactlyInAnyOrderElementsOf(fields(Measurement.WORST_SOURCES));
  }

  private static List<String> fields(Measurement measurement) {
    return measurement.fields().stream().map(Field::name).toList();
  }

  private static List<String> fields(Point point) {
    return Arrays.stream(point.toLineProtocol().split(" ", -1)[1].split(",", -1))
        .map(field -> field.substring(0, field.indexOf('=')))
        .toList();
  }

  private static PlaceResponse row(ResponseSummary summary) {
    return new PlaceResponse(
        Town.GRID,
        Level.GRID,
        Town.DISTRICT,
        "gas-leak",
        Colour.RED,
        Window.MINUTE,
        NOON.toEpochMilli(),
        true,
        summary);
  }
}

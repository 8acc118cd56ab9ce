package city.xueliang.placewatch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.flink.kafka.RecordBytes;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Window;
import city.xueliang.testing.Moments;
import city.xueliang.testing.Town;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricRecordsTest {

  @Test
  void aRecordSaysWhereWhenAndOfWhat() {
    PlaceMetrics record = MetricRecords.record(TestingMetrics.of(Measure.FLAME, 0, 0));

    assertThat(record.getPlace()).isEqualTo(Town.GRID);
    assertThat(record.getLevel()).isEqualTo(PlaceLevel.GRID);
    assertThat(record.getDistrict()).isEqualTo(Town.DISTRICT);
    assertThat(record.getWindow()).isEqualTo(Window.MINUTE);
    assertThat(record.getWindowStart()).isEqualTo(Moments.NOON);
    assertThat(record.getKind()).isEqualTo(CameraKind.FLAME);
    assertThat(record.getQuantity()).isNull();
    assertThat(record.getComplete()).isTrue();
  }

  @Test
  void aKindWithoutValuesHasNoLeastAndGreatest() {
    PlaceMetrics record = MetricRecords.record(TestingMetrics.of(Measure.FLAME, 0, 0));

    assertThat(record.getCount()).isEqualTo(2);
    assertThat(record.getDevices()).isEqualTo(2);
    assertThat(record.getSum()).isZero();
    assertThat(record.getMin()).isNull();
    assertThat(record.getMax()).isNull();
    assertThat(record.getP50()).isNull();
  }

  @Test
  void aCountingKindHasNoQuantiles() {
    PlaceMetrics record = MetricRecords.record(TestingMetrics.of(Measure.CROWD_COUNT, 3, 12));

    assertThat(record.getSum()).isEqualTo(15);
    assertThat(record.getMin()).isEqualTo(3);
    assertThat(record.getMax()).isEqualTo(12);
    assertThat(record.getP50()).isNull();
    assertThat(record.getP95()).isNull();
    assertThat(record.getP99()).isNull();
  }

  @Test
  void aQuantityHasAll() {
    PlaceMetrics record = MetricRecords.record(TestingMetrics.of(Measure.NOISE_DBA, 50, 60, 70));

    assertThat(record.getKind()).isNull();
    assertThat(record.getQuantity()).isEqualTo(Quantity.NOISE_DBA);
    assertThat(record.getSum()).isEqualTo(180);
    assertThat(record.getMin()).isEqualTo(50);
    assertThat(record.getMax()).isEqualTo(70);
    assertThat(record.getP50()).isBetween(59.4, 60.6);
    assertThat(record.getP95()).isBetween(59.4, 70.0);
    assertThat(record.getP99()).isBetween(59.4, 70.0);
  }

  @ParameterizedTest
  @EnumSource(Measure.class)
  void everyMeasureCanBePublishedUnderItsPlace(Measure measure) throws Exception {
    PlaceMetric metric = TestingMetrics.of(measure, measure.greatest());
    RecordBytes<PlaceMetric> bytes = MetricRecords.bytes();
    bytes.open();

    PlaceMetrics read = SingleObjectCodec.of(PlaceMetrics.class).decode(bytes.value(metric), null);

    assertThat(read).isEqualTo(MetricRecords.record(metric));
    assertThat(read.getKind() == null).isEqualTo(measure.sender() == ModelClass.SENSOR);
    assertThat(new String(bytes.key(metric), StandardCharsets.UTF_8)).isEqualTo(Town.GRID);
  }
}

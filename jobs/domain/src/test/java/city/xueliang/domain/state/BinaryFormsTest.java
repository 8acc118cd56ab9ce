package city.xueliang.domain.state;

import static city.xueliang.domain.observation.TestingObservation.NOON;
import static city.xueliang.domain.observation.TestingObservation.reading;
import static city.xueliang.domain.rule.TestingRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.first.Alert;
import city.xueliang.domain.alert.first.Signal;
import city.xueliang.domain.alert.first.Signal.Kind;
import city.xueliang.domain.coverage.Coverage;
import city.xueliang.domain.coverage.CoverageDifference;
import city.xueliang.domain.coverage.CoverageSum;
import city.xueliang.domain.coverage.DeviceContact;
import city.xueliang.domain.coverage.DeviceStatus;
import city.xueliang.domain.coverage.DeviceStatusChange;
import city.xueliang.domain.coverage.GridCoverage;
import city.xueliang.domain.coverage.OpenWindow;
import city.xueliang.domain.coverage.PendingCoverage;
import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.domain.coverage.PlaceTimeline;
import city.xueliang.domain.coverage.ValueRun;
import city.xueliang.domain.detector.threshold.ThresholdState;
import city.xueliang.domain.detector.threshold.ThresholdState.Phase;
import city.xueliang.domain.detector.unusual.UnusualDetector;
import city.xueliang.domain.detector.unusual.UnusualSettings;
import city.xueliang.domain.detector.unusual.UnusualState;
import city.xueliang.domain.intake.IntakeCounts;
import city.xueliang.domain.intake.IntakeMinute;
import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.observation.RecordId;
import city.xueliang.domain.observation.SeenRecords;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Placements;
import city.xueliang.domain.place.ZoneVersions;
import city.xueliang.domain.tally.HeardWindows;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.PlacePartial;
import city.xueliang.domain.tally.PlaceWindow;
import city.xueliang.domain.tally.Standpoint;
import city.xueliang.domain.tally.Tallies;
import city.xueliang.domain.tally.Tally;
import city.xueliang.domain.tally.TestingTally;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every form of the module, each with the values that differ in how they are written. */
class BinaryFormsTest {
  private static final String GRID = "630105002001001";
  private static final String DEVICE = "63010500001340000001";
  private static final Signal RAISED =
      Signal.of(Kind.RAISED, rule().build(), GRID, reading().build());
  private static final Signal CLEARED =
      Signal.of(Kind.CLEARED, rule().build(), GRID, reading().at(NOON.plusSeconds(90)).build());
  private static final Tally READINGS = TestingTally.of(Measure.TILT_DEGREE, -180, -0.0, 1e-7, 12);
  private static final Tally EVENTS = TestingTally.of(Measure.CROWD_COUNT, 12, 1_000_000);

  /** By equals where there is one, else field by field. */
  private static final RecursiveComparisonConfiguration EQUAL =
      RecursiveComparisonConfiguration.builder().withIgnoreAllOverriddenEquals(false).build();

  private static final List<Sample<?>> SAMPLES =
      List.of(
          Sample.of(new Observation.Form(), reading().build()),
          Sample.of(new Observation.Form(), reading().of(Measure.TILT_DEGREE, -180).build()),
          Sample.of(new SeenRecords.Form(), new SeenRecords()),
          Sample.of(new SeenRecords.Form(), seenRecords()),
          Sample.of(
              new Device.Form(), Device.inService(DEVICE, GRID, ModelClass.SENSOR, 30, "sw-17")),
          Sample.of(
              new Device.Form(), new Device(DEVICE, GRID, ModelClass.CAMERA, 1, "交换机-1", 0, 1)),
          Sample.of(new HeardWindows.Form(), new HeardWindows()),
          Sample.of(new HeardWindows.Form(), heardWindows()),
          Sample.of(new Placements.Form(), Placements.NONE),
          Sample.of(new Placements.Form(), moved()),
          Sample.of(new ZoneVersions.Form(), ZoneVersions.NONE),
          Sample.of(
              new ZoneVersions.Form(),
              ZoneVersions.NONE.with(List.of(GRID), 0).with(List.of(), NOON.toEpochMilli())),
          Sample.of(new Tally.Form(), Tally.empty(Measure.NOISE_DBA)),
          Sample.of(new Tally.Form(), READINGS),
          Sample.of(new Tally.Form(), EVENTS),
          Sample.of(new Tally.Form(), Tally.oneDeviceLess(Measure.NOISE_DBA, 7)),
          Sample.of(new Tallies.Form(), new Tallies()),
          Sample.of(new Tallies.Form(), tallies()),
          Sample.of(new PlacePartial.Form(), new PlacePartial("640000", "640000", 0, tallies())),
          Sample.of(new PlaceWindow.Form(), new PlaceWindow()),
          Sample.of(new PlaceWindow.Form(), openWindow()),
          Sample.of(new PlaceWindow.Form(), sentWindow()),
          Sample.of(
              new PlaceMetric.Form(),
              new PlaceMetric(
                  GRID,
                  Level.GRID,
                  "630105",
                  Measure.TILT_DEGREE,
                  Window.HOUR,
                  NOON.toEpochMilli(),
                  false,
                  READINGS)),
          Sample.of(
              new PlaceMetric.Form(),
              new PlaceMetric(
                  "630105",
                  Level.DISTRICT,
                  "630105",
                  Measure.CROWD_COUNT,
                  Window.MINUTE,
                  -60_000,
                  true,
                  EVENTS)),
          Sample.of(new ValueRun.Form(), new ValueRun(Measure.NOISE_DBA, 40.5, -1, 7, 300)),
          Sample.of(new DeviceContact.Form(), DeviceContact.expected(DeviceContact.NEVER)),
          Sample.of(new DeviceContact.Form(), contact()),
          Sample.of(
              new DeviceStatusChange.Form(),
              new DeviceStatusChange(GRID, DeviceStatus.HEARD, DeviceStatus.SILENT, 1, 2)),
          Sample.of(new Coverage.Form(), new Coverage()),
          Sample.of(new Coverage.Form(), coverage()),
          Sample.of(
              new CoverageDifference.Form(),
              new CoverageDifference("630105", "630105", 60_000, coverage().negated())),
          Sample.of(new PendingCoverage.Form(), new PendingCoverage()),
          Sample.of(new PendingCoverage.Form(), pending()),
          Sample.of(new GridCoverage.Form(), new GridCoverage()),
          Sample.of(new GridCoverage.Form(), gridCoverage()),
          Sample.of(new CoverageSum.Form(), CoverageSum.NONE),
          Sample.of(new CoverageSum.Form(), minute()),
          Sample.of(new OpenWindow.Form(), new OpenWindow(NOON.toEpochMilli(), minute())),
          Sample.of(
              new PlaceCoverage.Form(),
              new PlaceCoverage(
                  "school-belt", Level.ZONE, "630100", Window.DAY, -1, true, minute())),
          Sample.of(new PlaceTimeline.Form(), new PlaceTimeline("630105", "630105")),
          Sample.of(new PlaceTimeline.Form(), timeline()),
          Sample.of(new IntakeCounts.Form(), new IntakeCounts(-1, 0, 300, Long.MAX_VALUE, 1)),
          Sample.of(
              new IntakeRow.Form(),
              new IntakeRow("devices", "UNREADABLE", -60_000, IntakeCounts.ONE_REJECTED)),
          Sample.of(new IntakeMinute.Form(), new IntakeMinute()),
          Sample.of(new IntakeMinute.Form(), intakeMinute()),
          Sample.of(new ThresholdState.Form(), ThresholdState.INITIAL),
          Sample.of(new ThresholdState.Form(), new ThresholdState(Phase.PENDING, -1, 1)),
          Sample.of(new ThresholdState.Form(), new ThresholdState(Phase.RAISED, 1, 2)),
          Sample.of(new UnusualState.Form(), new UnusualState()),
          Sample.of(new UnusualState.Form(), judgedBefore()),
          Sample.of(new Signal.Form(), RAISED),
          Sample.of(new Signal.Form(), CLEARED),
          Sample.of(new Alert.Form(), Alert.open(RAISED)),
          Sample.of(new Alert.Form(), Alert.open(RAISED).clear(CLEARED)));

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void aValueIsReadAsItWasWritten(Sample<?> sample) throws Exception {
    assertThat(sample.roundTrip()).usingRecursiveComparison(EQUAL).isEqualTo(sample.value());
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void aCopyIsEqual(Sample<?> sample) {
    assertThat(sample.copy()).usingRecursiveComparison(EQUAL).isEqualTo(sample.value());
  }

  @Test
  void noFormOfTheModuleIsLeftOut() throws Exception {
    Stream<Class<?>> tested = SAMPLES.stream().map(sample -> sample.form().getClass());

    assertThat(ModuleClasses.implementing(BinaryForm.class))
        .containsExactlyInAnyOrderElementsOf(tested.distinct().toList());
  }

  private static UnusualState judgedBefore() {
    UnusualDetector detector = new UnusualDetector(UnusualSettings.READINGS, ZoneOffset.UTC);
    UnusualState state = new UnusualState();
    for (int i = 0; i < 400; i++) {
      detector.judge(state, NOON.toEpochMilli() + i * 600_000L, i % 7 + (i == 300 ? 900 : 0));
    }
    return state;
  }

  private static SeenRecords seenRecords() {
    SeenRecords seen = new SeenRecords();
    seen.add(RecordId.ofEvent(0, 0));
    seen.add(RecordId.ofEvent(-1, 1));
    return seen;
  }

  private static DeviceContact contact() {
    return new DeviceContact(
        1,
        2,
        3,
        List.of(
            new ValueRun(Measure.NOISE_DBA, 40.5, 1, 2, 3),
            new ValueRun(Measure.TEMPERATURE_CELSIUS, -0.0, 1, 2, 3)),
        DeviceStatus.FROZEN);
  }

  private static Coverage coverage() {
    Coverage coverage = new Coverage();
    for (DeviceStatus status : DeviceStatus.values()) {
      coverage.add(Coverage.of(status, NOON.toEpochMilli()));
    }
    coverage.subtract(Coverage.of(DeviceStatus.SILENT, -1));
    return coverage;
  }

  private static PendingCoverage pending() {
    PendingCoverage pending = new PendingCoverage();
    pending.add(-60_000, coverage());
    pending.add(NOON.toEpochMilli(), coverage().negated());
    return pending;
  }

  private static GridCoverage gridCoverage() {
    GridCoverage grid = new GridCoverage();
    grid.take(
        new DeviceStatusChange(GRID, DeviceStatus.NOT_EXPECTED, DeviceStatus.HEARD, 0, 60_000));
    grid.tell((minute, difference) -> {});
    grid.take(new DeviceStatusChange(GRID, DeviceStatus.HEARD, DeviceStatus.SILENT, 7, 120_000));
    return grid;
  }

  private static CoverageSum minute() {
    return CoverageSum.NONE.plus(coverage().at(NOON.toEpochMilli() + 9_000));
  }

  private static PlaceTimeline timeline() {
    PlaceTimeline timeline = new PlaceTimeline("630105", "630105");
    timeline.take(0, coverage());
    timeline.advance(60_000, 60, Windows.in(ZoneOffset.UTC));
    timeline.take(60_000, coverage());
    timeline.running(61_000);
    timeline.take(120_000, coverage());
    return timeline;
  }

  private static HeardWindows heardWindows() {
    Windows windows = Windows.in(ZoneId.of("Asia/Shanghai"));
    HeardWindows heard = new HeardWindows();
    Standpoint here = new Standpoint(GRID, List.of("belt", "corridor"));
    Standpoint there = new Standpoint("640105002001001", List.of());
    heard.hear(windows, here, Measure.SMOKE, NOON.toEpochMilli(), partial -> {});
    heard.hear(windows, here, Measure.BATTERY_PERCENT, -1, partial -> {});
    heard.hear(windows, there, Measure.SMOKE, NOON.toEpochMilli(), partial -> {});
    return heard;
  }

  private static Placements moved() {
    Device device = Device.inService(DEVICE, GRID, ModelClass.SENSOR, 30, "sw-17");
    Device elsewhere = Device.inService(DEVICE, "640105002001001", ModelClass.SENSOR, 30, "sw-17");
    return Placements.of(device).with(elsewhere, NOON.toEpochMilli());
  }

  private static Tallies tallies() {
    Tallies tallies = new Tallies();
    tallies.add(Measure.NOISE_DBA, 40, 7);
    tallies.add(Measure.SMOKE, 0, 1);
    return tallies;
  }

  private static IntakeMinute intakeMinute() {
    IntakeMinute minute = new IntakeMinute();
    minute.add(IntakeRow.NONE, IntakeCounts.ONE_LATE);
    minute.takeChanges("devices", NOON.toEpochMilli());
    minute.add("UNREADABLE", IntakeCounts.ONE_REJECTED);
    return minute;
  }

  private static PlaceWindow openWindow() {
    PlaceWindow window = new PlaceWindow();
    window.merge(tallies());
    return window;
  }

  private static PlaceWindow sentWindow() {
    PlaceWindow window = openWindow();
    window.close();
    window.send((measure, tally) -> {});
    return window;
  }

  /** A value and its form. */
  record Sample<T>(BinaryForm<T> form, T value) {
    static <T> Sample<T> of(BinaryForm<T> form, T value) {
      return new Sample<>(form, value);
    }

    T roundTrip() throws Exception {
      return BinaryForms.roundTrip(form, value);
    }

    T copy() {
      return form.copy(value);
    }
  }
}

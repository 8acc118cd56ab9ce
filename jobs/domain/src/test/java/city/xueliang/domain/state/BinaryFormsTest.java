package city.xueliang.domain.state;

import static city.xueliang.domain.detector.TestingSighting.sighting;
import static city.xueliang.domain.observation.TestingObservation.NOON;
import static city.xueliang.domain.observation.TestingObservation.reading;
import static org.assertj.core.api.Assertions.assertThat;

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
import city.xueliang.domain.detector.Episode;
import city.xueliang.domain.detector.EpisodeState;
import city.xueliang.domain.detector.Sightings;
import city.xueliang.domain.detector.TestingSighting;
import city.xueliang.domain.detector.absence.AbsenceState;
import city.xueliang.domain.detector.burst.BurstDetector;
import city.xueliang.domain.detector.rate.RateState;
import city.xueliang.domain.detector.rate.RateState.Point;
import city.xueliang.domain.detector.threshold.ThresholdState;
import city.xueliang.domain.detector.threshold.ThresholdState.Phase;
import city.xueliang.domain.detector.together.Cluster;
import city.xueliang.domain.detector.together.TogetherDetector;
import city.xueliang.domain.detector.together.TogetherState;
import city.xueliang.domain.detector.unusual.SeriesWatch;
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
import city.xueliang.domain.response.AlarmHealth;
import city.xueliang.domain.response.AlertMark;
import city.xueliang.domain.response.PlaceResponse;
import city.xueliang.domain.response.ResponseFigures;
import city.xueliang.domain.response.ResponseStep;
import city.xueliang.domain.response.ResponseTimeline;
import city.xueliang.domain.response.SeatFigures;
import city.xueliang.domain.response.SeatStep;
import city.xueliang.domain.response.SeatTimeline;
import city.xueliang.domain.response.Standing;
import city.xueliang.domain.response.TestingResponse;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.ResponsePolicy;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RuleSamples;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.rule.Sign;
import city.xueliang.domain.rule.Silence;
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
import java.time.Duration;
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
  private static final Tally READINGS = TestingTally.of(Measure.TILT_DEGREE, -180, -0.0, 1e-7, 12);
  private static final Tally EVENTS = TestingTally.of(Measure.CROWD_COUNT, 12, 1_000_000);

  /** By equals where there is one, else field by field; no number is one, too. */
  private static final RecursiveComparisonConfiguration EQUAL =
      RecursiveComparisonConfiguration.builder()
          .withIgnoreAllOverriddenEquals(false)
          .withEqualsForType(Double::equals, Double.class)
          .build();

  private static final List<Sample<?>> PLAIN =
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
          Sample.of(new Standing.Form(), TestingResponse.STANDING),
          Sample.of(new AlertMark.Form(), AlertMark.NONE),
          Sample.of(new AlertMark.Form(), TestingResponse.MARK),
          Sample.of(new ResponseStep.Form(), TestingResponse.STEP),
          Sample.of(new SeatStep.Form(), TestingResponse.alarm(Colour.RED, "gas", NOON)),
          Sample.of(new SeatStep.Form(), new SeatStep("630100", -1, null, -1, -1, -1)),
          Sample.of(new ResponseFigures.Form(), new ResponseFigures()),
          Sample.of(new ResponseFigures.Form(), TestingResponse.figures()),
          Sample.of(new SeatFigures.Form(), new SeatFigures()),
          Sample.of(new SeatFigures.Form(), TestingResponse.seatFigures()),
          Sample.of(
              new ResponseTimeline.Form(),
              new ResponseTimeline("630105", "630105", "gas", Colour.BLUE)),
          Sample.of(new ResponseTimeline.Form(), TestingResponse.timeline()),
          Sample.of(new SeatTimeline.Form(), new SeatTimeline("630100")),
          Sample.of(new SeatTimeline.Form(), TestingResponse.seatTimeline()),
          Sample.of(new PlaceResponse.Form(), TestingResponse.PLACE_ROW),
          Sample.of(new AlarmHealth.Form(), TestingResponse.SEAT_ROW),
          Sample.of(new WorstSource.Form(), TestingResponse.WORST_ROW),
          Sample.of(new IntakeCounts.Form(), new IntakeCounts(-1, 0, 300, Long.MAX_VALUE, 1)),
          Sample.of(
              new IntakeRow.Form(),
              new IntakeRow("devices", "UNREADABLE", -60_000, IntakeCounts.ONE_REJECTED)),
          Sample.of(new IntakeMinute.Form(), new IntakeMinute()),
          Sample.of(new IntakeMinute.Form(), intakeMinute()),
          Sample.of(new ThresholdState.Form(), ThresholdState.INITIAL),
          Sample.of(new ThresholdState.Form(), new ThresholdState(Phase.PENDING, -1, 1, -0.5)),
          Sample.of(new ThresholdState.Form(), new ThresholdState(Phase.RAISED, 1, 2, 30)),
          Sample.of(new Sightings.Form(), new Sightings()),
          Sample.of(new Sightings.Form(), TestingSighting.some()),
          Sample.of(new Episode.Form(), new Episode(-1, 7)),
          Sample.of(new EpisodeState.Form(), new EpisodeState()),
          Sample.of(new EpisodeState.Form(), bursts(1)),
          Sample.of(new EpisodeState.Form(), bursts(20)),
          Sample.of(
              new Cluster.Form(),
              new Cluster(GRID, new Episode(-1, 7), List.of(GRID, "630105002001002"), 2, 200)),
          Sample.of(new TogetherState.Form(), new TogetherState()),
          Sample.of(new TogetherState.Form(), fires()),
          Sample.of(new RateState.Form(), RateState.INITIAL),
          Sample.of(
              new RateState.Form(),
              new RateState(List.of(new Point(-1, -0.5), new Point(7, 30)), true, -1)),
          Sample.of(new AbsenceState.Form(), AbsenceState.INITIAL),
          Sample.of(new AbsenceState.Form(), new AbsenceState(DeviceStatus.SILENT, 3, 2, true)),
          Sample.of(new UnusualState.Form(), new UnusualState()),
          Sample.of(new SeriesWatch.Form(), new SeriesWatch(judgedBefore(), true)),
          Sample.of(new UnusualState.Form(), judgedBefore()),
          Sample.of(new Silence.Form(), RuleSamples.silence()),
          Sample.of(new ResponsePolicy.Form(), RuleSamples.policy()),
          Sample.of(new RulebookChange.Form(), RulebookChange.removal("gas-first")),
          Sample.of(new RulebookChange.Form(), RulebookChange.of(RuleSamples.silence())),
          Sample.of(new RulebookChange.Form(), RulebookChange.of(RuleSamples.policy())),
          Sample.of(new RulebookChange.Form(), RulebookChange.of(RuleSamples.ofEachType().get(0))));

  private static final List<Sample<?>> SAMPLES =
      Stream.concat(
              PLAIN.stream(),
              RuleSamples.ofEachType().stream().map(rule -> Sample.of(new Rule.Form(), rule)))
          .toList();

  private static final List<Sample<?>> ALERTS = AlertSamples.all();

  @ParameterizedTest
  @FieldSource({"SAMPLES", "ALERTS"})
  void aValueIsReadAsItWasWritten(Sample<?> sample) throws Exception {
    assertThat(sample.roundTrip()).usingRecursiveComparison(EQUAL).isEqualTo(sample.value());
  }

  @ParameterizedTest
  @FieldSource({"SAMPLES", "ALERTS"})
  void aCopyIsEqual(Sample<?> sample) {
    assertThat(sample.copy()).usingRecursiveComparison(EQUAL).isEqualTo(sample.value());
  }

  @Test
  void noFormOfTheModuleIsLeftOut() throws Exception {
    Stream<Class<?>> tested =
        Stream.concat(SAMPLES.stream(), ALERTS.stream()).map(sample -> sample.form().getClass());

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

  /** So many episodes, of which the last is open. */
  private static EpisodeState bursts(int episodes) {
    BurstDetector detector =
        new BurstDetector(
            new Condition.Burst(Sign.of(Measure.SMOKE), Extent.DEVICE, 1, Duration.ofMinutes(1)));
    EpisodeState state = detector.initial();
    for (int i = 0; i < episodes; i++) {
      state = detector.judge(state, sighting().at(TestingSighting.minute(2L * i)).build()).state();
    }
    return state;
  }

  /** One that is over, one that is not. */
  private static TogetherState fires() {
    Condition.Together twoCameras =
        new Condition.Together(List.of(Sign.of(Measure.SMOKE)), 2, 1, false, Duration.ofMinutes(1));
    TogetherDetector detector = new TogetherDetector(twoCameras, grid -> List.of());
    TogetherState state = detector.initial();
    for (int i = 1; i <= 2; i++) {
      state = detector.judge(state, sighting().by(i).build()).state();
    }
    state = detector.onTime(state, detector.due(state)).state();
    for (int i = 1; i <= 2; i++) {
      state =
          detector
              .judge(state, sighting().in(2).by(i).at(TestingSighting.minute(5)).build())
              .state();
    }
    return state;
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

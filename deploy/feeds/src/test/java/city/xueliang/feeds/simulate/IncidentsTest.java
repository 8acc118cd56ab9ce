package city.xueliang.feeds.simulate;

import static city.xueliang.feeds.simulate.TestingCities.NOON;
import static city.xueliang.feeds.simulate.TestingCities.during;
import static city.xueliang.feeds.simulate.TestingCities.small;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.simulate.fault.FaultOptions;
import city.xueliang.feeds.simulate.incident.Incident;
import city.xueliang.feeds.simulate.incident.IncidentKind;
import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.SensorReading;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentsTest {
  private static final Duration SPAN = Duration.ofHours(3);
  private static final Registry CITY = small();
  private static final List<Incident> INCIDENTS = new ArrayList<>();
  private static final List<Heard> HEARD = new ArrayList<>();

  /** What one record said. */
  private record Heard(String device, Measure measure, double value, Instant occurredAt) {}

  @BeforeAll
  static void simulateAnEventfulAfternoon() {
    SimulationOptions options =
        SimulationOptions.of(NOON, 20)
            .withSeed(7)
            .withDuration(SPAN)
            .withFaults(FaultOptions.NONE)
            .withIncidentsPerHour(60);
    SingleObjectCodec<CameraEvent> events = SingleObjectCodec.of(CameraEvent.class);
    SingleObjectCodec<SensorReading> readings = SingleObjectCodec.of(SensorReading.class);
    Simulation simulation = new Simulation(CITY, options, INCIDENTS::add);
    simulation.forEachRemaining(record -> HEARD.add(heard(record, events, readings)));
  }

  @ParameterizedTest
  @EnumSource
  void everyKindHappens(IncidentKind kind) {
    assertThat(of(kind)).isNotEmpty();
  }

  @Test
  void theFirstIsAGasLeakWithinFiveSeconds() {
    Incident first = INCIDENTS.get(0);
    assertThat(first.kind()).isEqualTo(IncidentKind.GAS_LEAK);
    assertThat(first.from()).isBetween(NOON, NOON.plusSeconds(5));
    assertThat(first.to()).isBefore(NOON.plusSeconds(36));
  }

  @Test
  void theFirstLeakPassesFiftyPercentAndIsBelowTenBeforeItsEnd() {
    Incident first = INCIDENTS.get(0);
    List<Double> values = values(first.devices().get(0), first);
    assertThat(values).hasSizeGreaterThan(25);
    assertThat(values).anySatisfy(value -> assertThat(value).isGreaterThan(50));
    assertThat(values.subList(values.size() - 5, values.size()))
        .allSatisfy(value -> assertThat(value).isLessThan(10));
  }

  @Test
  void afterTheFirstLeakItsSensorsReadLittleAgain() {
    Incident first = INCIDENTS.get(0);
    assertThat(HEARD)
        .filteredOn(heard -> first.devices().contains(heard.device))
        .filteredOn(heard -> heard.occurredAt.isAfter(first.to()))
        .filteredOn(heard -> heard.occurredAt.isBefore(NOON.plusSeconds(200)))
        .isNotEmpty()
        .allSatisfy(heard -> assertThat(heard.value).isLessThan(10));
  }

  @Test
  void theTruthTellsTheGreatestValue() {
    Stream.of(IncidentKind.GAS_LEAK, IncidentKind.FLOODED_UNDERPASS, IncidentKind.CROWD_CRUSH)
        .flatMap(kind -> of(kind).stream())
        .filter(incident -> incident.to().isBefore(NOON.plus(SPAN)))
        .forEach(
            incident ->
                incident
                    .peaks()
                    .forEach(
                        (measure, peak) -> {
                          if (measure.isValued()) {
                            double heard = greatest(incident, measure);
                            assertThat(heard)
                                .as("%s of %s", measure, incident.id())
                                .isBetween(peak * 0.95, peak);
                          }
                        }));
  }

  @Test
  void aFireIsSeenBySmokeSensorAndCamera() {
    Incident fire = of(IncidentKind.FIRE).get(0);
    Set<Measure> measures =
        heardOf(fire).map(Heard::measure).collect(Collectors.toCollection(HashSet::new));
    assertThat(measures)
        .contains(
            Measure.SMOKE_OBSCURATION_PERCENT_PER_M,
            Measure.TEMPERATURE_CELSIUS,
            Measure.SMOKE,
            Measure.FLAME);
    assertThat(greatest(fire, Measure.SMOKE_OBSCURATION_PERCENT_PER_M)).isGreaterThan(15);
  }

  @Test
  void aDeadSwitchSilencesAllItsDevices() {
    Duration clocks = Duration.ofSeconds(3);
    for (Incident dead : of(IncidentKind.DEAD_SWITCH)) {
      assertThat(dead.devices()).hasSameElementsAs(neighbours(dead.devices().get(0)));
      assertThat(HEARD)
          .filteredOn(heard -> dead.devices().contains(heard.device))
          .noneMatch(
              heard ->
                  heard.occurredAt.isAfter(dead.from().plus(clocks))
                      && heard.occurredAt.isBefore(dead.to().minus(clocks)));
    }
  }

  @Test
  void aDeviceHasAPartInOneIncidentAtATime() {
    for (Incident one : INCIDENTS) {
      for (Incident other : INCIDENTS) {
        if (!one.equals(other)
            && one.from().isBefore(other.to())
            && other.from().isBefore(one.to())) {
          assertThat(one.devices()).doesNotContainAnyElementsOf(other.devices());
        }
      }
    }
  }

  @Test
  void withoutIncidentsThereIsNone() {
    List<Incident> none = new ArrayList<>();
    new Simulation(small(), during(Duration.ofMinutes(5)).withIncidentsPerHour(0), none::add)
        .forEachRemaining(record -> {});
    assertThat(none).isEmpty();
  }

  private static List<Incident> of(IncidentKind kind) {
    return INCIDENTS.stream().filter(incident -> incident.kind() == kind).toList();
  }

  /** The devices behind the same switch. */
  private static List<String> neighbours(String device) {
    Map<String, List<String>> bySegment =
        CITY.devices().stream()
            .collect(
                Collectors.groupingBy(
                    Device::segment, Collectors.mapping(Device::deviceId, Collectors.toList())));
    return bySegment.values().stream()
        .filter(segment -> segment.contains(device))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Heard> heardOf(Incident incident) {
    Set<String> devices = Set.copyOf(incident.devices());
    return HEARD.stream()
        .filter(heard -> devices.contains(heard.device))
        .filter(heard -> heard.occurredAt.isAfter(incident.from()))
        .filter(heard -> heard.occurredAt.isBefore(incident.to()));
  }

  private static List<Double> values(String device, Incident incident) {
    return heardOf(incident)
        .filter(heard -> heard.device.equals(device))
        .map(Heard::value)
        .toList();
  }

  private static double greatest(Incident incident, Measure measure) {
    return heardOf(incident)
        .filter(heard -> heard.measure == measure)
        .mapToDouble(Heard::value)
        .max()
        .orElse(0);
  }

  private static Heard heard(
      SimulatedRecord record,
      SingleObjectCodec<CameraEvent> events,
      SingleObjectCodec<SensorReading> readings) {
    try {
      if (record.topic().equals(Topics.CAMERA_EVENTS)) {
        CameraEvent event = events.decode(record.value(), null);
        return new Heard(
            event.getDeviceId(),
            Measure.valueOf(event.getKind().name()),
            event.getCount() == null ? 0 : event.getCount(),
            event.getOccurredAt());
      }
      SensorReading reading = readings.decode(record.value(), null);
      return new Heard(
          reading.getDeviceId(),
          Measure.valueOf(reading.getQuantity().name()),
          reading.getValue(),
          reading.getOccurredAt());
    } catch (UndecodableException e) {
      throw new AssertionError("a record without a fault cannot be read", e);
    }
  }
}

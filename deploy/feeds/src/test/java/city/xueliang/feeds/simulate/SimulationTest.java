package city.xueliang.feeds.simulate;

import static city.xueliang.feeds.simulate.TestingCities.NOON;
import static city.xueliang.feeds.simulate.TestingCities.during;
import static city.xueliang.feeds.simulate.TestingCities.records;
import static city.xueliang.feeds.simulate.TestingCities.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.feeds.simulate.fault.FaultOptions;
import city.xueliang.feeds.simulate.fault.Flaw;
import city.xueliang.feeds.simulate.option.WrongOptionException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

  @Test
  void sameOptionsGiveTheSameBytes() throws NoSuchAlgorithmException {
    assertThat(digest(during(TEN_MINUTES))).isEqualTo(digest(during(TEN_MINUTES)));
  }

  @Test
  void anotherSeedGivesOtherBytes() throws NoSuchAlgorithmException {
    assertThat(digest(during(ONE_MINUTE).withSeed(8))).isNotEqualTo(digest(during(ONE_MINUTE)));
  }

  @Test
  void recordsComeInTheOrderOfTheirTimes() {
    List<Long> times = records(small(), during(TEN_MINUTES)).stream().map(r -> r.at()).toList();
    assertThat(times).isSorted();
    assertThat(times.get(0)).isEqualTo(NOON.toEpochMilli());
    assertThat(times.get(times.size() - 1)).isLessThan(NOON.plus(TEN_MINUTES).toEpochMilli());
  }

  @Test
  void goodRecordsComeAtTheRate() {
    SimulationOptions quiet =
        during(TEN_MINUTES).withFaults(FaultOptions.NONE).withIncidentsPerHour(0);
    assertThat(records(small(), quiet)).hasSize((int) (TestingCities.RATE * 600));
  }

  @Test
  void everyGridIsHeardWithinAMinuteAtTwoThousandASecond() {
    Registry city = SimulatedCity.xining(new CityOptions(1, 1, 2_000));
    Map<String, String> grids =
        city.devices().stream().collect(Collectors.toMap(Device::deviceId, Device::grid));
    Set<String> heard = new HashSet<>();
    TestingCities.each(
        city,
        SimulationOptions.of(NOON, 2_000).withDuration(ONE_MINUTE),
        record -> {
          if (record.flaw() == Flaw.NONE) {
            heard.add(grids.get(record.key()));
          }
        });
    assertThat(heard).hasSize(3_176);
  }

  @Test
  void withoutFaultsEveryRecordIsGood() {
    Registry city = small();
    TestingIntake intake = new TestingIntake(city);
    TestingCities.each(
        city,
        during(Duration.ofHours(1)).withFaults(FaultOptions.NONE),
        record -> intake.judge(record.topic(), record.value()));
    assertThat(intake.verdicts()).containsOnlyKeys(TestingIntake.GOOD);
  }

  @Test
  void refusesARateThatItsDevicesCannotReach() {
    Registry city = small();
    int most = city.devices().size() * 100;
    assertThatThrownBy(
            () -> new Simulation(city, SimulationOptions.of(NOON, most + 1), incident -> {}))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("up to " + most);
  }

  private static String digest(SimulationOptions options) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    TestingCities.each(
        small(),
        options,
        record -> {
          digest.update(record.topic().getBytes(StandardCharsets.UTF_8));
          digest.update(record.key().getBytes(StandardCharsets.UTF_8));
          digest.update(record.value());
          digest.update(Long.toString(record.at()).getBytes(StandardCharsets.UTF_8));
        });
    return HexFormat.of().formatHex(digest.digest());
  }
}

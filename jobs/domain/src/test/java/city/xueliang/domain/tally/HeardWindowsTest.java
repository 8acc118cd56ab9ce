package city.xueliang.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.state.BinaryForms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HeardWindowsTest {
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  private static final long NOON = Instant.parse("2026-03-01T04:00:00Z").toEpochMilli();
  private static final long MINUTE = Minutes.LENGTH_MILLIS;
  private static final long HOUR = 60 * MINUTE;
  private static final long MIDNIGHT = NOON + 12 * HOUR;
  private static final Standpoint HERE = new Standpoint("630105002001001", List.of("belt"));
  private static final Standpoint NEXT = new Standpoint("630105002001002", List.of("belt"));
  private static final Standpoint FAR = new Standpoint("630104001001001", List.of("corridor"));
  private static final int M = Window.MINUTE.bit();
  private static final int H = Window.HOUR.bit();
  private static final int D = Window.DAY.bit();

  private final Windows windows = Windows.in(CITY);
  private final HeardWindows heard = new HeardWindows();
  private final List<PlacePartial> corrections = new ArrayList<>();

  @Test
  void aRecordIsTheFirstOfItsMinuteHourAndDay() {
    assertThat(hear(HERE, Measure.SMOKE, NOON)).isEqualTo(M | H | D);
    assertThat(hear(HERE, Measure.SMOKE, NOON + MINUTE - 1)).isZero();
    assertThat(hear(HERE, Measure.SMOKE, NOON + MINUTE)).isEqualTo(M);
    assertThat(hear(HERE, Measure.SMOKE, NOON + HOUR)).isEqualTo(M | H);
    assertThat(hear(HERE, Measure.SMOKE, NOON - 1)).isEqualTo(M | H);
    assertThat(hear(HERE, Measure.FLAME, NOON)).isEqualTo(M | H | D);
    assertThat(corrections).isEmpty();
  }

  @Test
  void aDayBeginsAtTheCitysMidnight() {
    hear(HERE, Measure.SMOKE, NOON);

    assertThat(hear(HERE, Measure.SMOKE, MIDNIGHT - 1)).isEqualTo(M | H);
    assertThat(hear(HERE, Measure.SMOKE, MIDNIGHT)).isEqualTo(M | H | D);
  }

  @Test
  void aDeviceThatMovedIsOneOfBothGridsAndOneOfWhatTheyHaveInCommon() {
    hear(HERE, Measure.SMOKE, NOON);

    assertThat(hear(NEXT, Measure.SMOKE, NOON + MINUTE)).isEqualTo(M | H | D);

    assertThat(corrections)
        .containsExactlyInAnyOrder(
            less("630105002001", "630105", H | D),
            less("630105002", "630105", H | D),
            less("630105", "630105", H | D),
            less("630100", "630100", H | D),
            less("belt", "630100", H | D));
  }

  @Test
  void aMoveAcrossTheCityIsCorrectedForTheCityAlone() {
    hear(HERE, Measure.SMOKE, NOON);
    hear(FAR, Measure.SMOKE, NOON + MINUTE);

    assertThat(corrections).containsExactly(less("630100", "630100", H | D));
  }

  @Test
  void aGridThatComesToAZoneMakesItsDeviceOneOfTheZones() {
    hear(new Standpoint(HERE.grid(), List.of()), Measure.SMOKE, NOON);

    assertThat(hear(HERE, Measure.SMOKE, NOON + MINUTE)).isEqualTo(M);

    Tallies more = new Tallies();
    more.merge(Measure.SMOKE, Tally.devices(Measure.SMOKE, M | H | D, M));
    assertThat(corrections)
        .containsExactly(new PlacePartial("belt", "630100", NOON + MINUTE, more));
  }

  @Test
  void whatEndedByTheHorizonIsForgotten() {
    hear(HERE, Measure.SMOKE, NOON);

    assertThat(heard.forget(windows, NOON + HOUR - 1)).isFalse();
    assertThat(hear(HERE, Measure.SMOKE, NOON)).isZero();
    assertThat(heard.forget(windows, NOON + HOUR)).isFalse();
    assertThat(hear(HERE, Measure.SMOKE, NOON + HOUR)).isEqualTo(M | H);
    assertThat(heard.forget(windows, MIDNIGHT - 1)).isFalse();
    assertThat(heard.forget(windows, MIDNIGHT)).isTrue();
  }

  @Test
  void aDayOfACameraTakesFewBytes() throws Exception {
    for (long time = NOON; time < NOON + 2 * HOUR; time += MINUTE) {
      hear(HERE, Measure.HEARTBEAT, time);
    }

    assertThat(BinaryForms.write(new HeardWindows.Form(), heard)).hasSizeLessThan(65);
  }

  @Test
  void aCopyLearnsNothingOfItsOriginal() {
    hear(HERE, Measure.SMOKE, NOON);
    HeardWindows copy = new HeardWindows.Form().copy(heard);

    hear(HERE, Measure.SMOKE, NOON + MINUTE);

    assertThat(copy.hear(windows, HERE, Measure.SMOKE, NOON + MINUTE, corrections::add))
        .isEqualTo(M);
  }

  @Property
  void marksAndCorrectionsComeToWhatSetsOfDevicesSay(
      @ForAll @Size(max = 60) List<@From("records") Heard> records) throws Exception {
    Map<String, Set<String>> expected = new TreeMap<>();
    Map<String, Long> counted = new TreeMap<>();
    Map<String, HeardWindows> devices = new TreeMap<>();
    HeardWindows.Form form = new HeardWindows.Form();
    for (Heard record : records) {
      HeardWindows device = devices.computeIfAbsent(record.device, any -> new HeardWindows());
      List<PlacePartial> told = new ArrayList<>();
      int firsts = device.hear(windows, record.standpoint, record.measure, record.time, told::add);
      devices.put(record.device, BinaryForms.roundTrip(form, device));
      Tally first = Tally.empty(record.measure);
      first.add(1, firsts);
      for (String place : places(record.standpoint)) {
        count(counted, place, record, first::devices);
      }
      for (PlacePartial partial : told) {
        partial
            .tallies()
            .forEach((measure, tally) -> count(counted, partial.place(), record, tally::devices));
      }
      for (String place : places(record.standpoint)) {
        for (Window window : Window.values()) {
          expected
              .computeIfAbsent(row(place, record, window), any -> new TreeSet<>())
              .add(record.device);
        }
      }
    }

    Map<String, Long> distinct = new TreeMap<>();
    expected.forEach((row, of) -> distinct.put(row, (long) of.size()));
    assertThat(counted).isEqualTo(distinct);
  }

  @Provide
  Arbitrary<Heard> records() {
    return Combinators.combine(
            Arbitraries.of("camera-1", "camera-2", "camera-3"),
            Arbitraries.of(
                HERE,
                NEXT,
                FAR,
                new Standpoint(HERE.grid(), List.of()),
                new Standpoint(NEXT.grid(), List.of("belt", "corridor"))),
            Arbitraries.of(Measure.SMOKE, Measure.FLAME),
            Arbitraries.of(
                NOON,
                NOON + 1,
                NOON + MINUTE,
                NOON + HOUR,
                MIDNIGHT - 1,
                MIDNIGHT,
                MIDNIGHT + HOUR))
        .as(Heard::new);
  }

  /** A record and where it counts. */
  record Heard(String device, Standpoint standpoint, Measure measure, long time) {}

  private int hear(Standpoint standpoint, Measure measure, long time) {
    return heard.hear(windows, standpoint, measure, time, corrections::add);
  }

  private void count(
      Map<String, Long> counted, String place, Heard record, ToLongFunction<Window> devices) {
    for (Window window : Window.values()) {
      counted.merge(row(place, record, window), devices.applyAsLong(window), Long::sum);
    }
  }

  private String row(String place, Heard record, Window window) {
    return "%s %s %s %d"
        .formatted(place, record.measure, window, windows.startOf(window, record.time));
  }

  private static List<String> places(Standpoint standpoint) {
    List<String> places = new ArrayList<>(PlaceCodes.ancestorsOf(standpoint.grid()));
    places.add(standpoint.grid());
    places.addAll(standpoint.zones());
    return places;
  }

  private static PlacePartial less(String place, String district, int bits) {
    Tallies tallies = new Tallies();
    tallies.merge(Measure.SMOKE, Tally.oneDeviceLess(Measure.SMOKE, bits));
    return new PlacePartial(place, district, NOON + MINUTE, tallies);
  }
}

package city.xueliang.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.Moments;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingPlace;
import city.xueliang.testing.Town;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveCityTest {
  private static final Alert FIRST = TestingRevision.opened("a").build();
  private static final Alert SECOND = TestingRevision.after(FIRST, 10).build();

  private final SetClock clock = new SetClock();
  private final LiveCity city = new LiveCity(clock);
  private final CityRecords records = new CityRecords(city);

  @BeforeEach
  void begin() {
    city.begin("topic-id-of-alerts", 2);
  }

  @Test
  void keepsTheNewestRevision() {
    city.put(FIRST, 0, 5);
    city.put(SECOND, 0, 6);
    city.put(FIRST, 0, 7);
    LiveAlert known = city.alert("a").orElseThrow();
    assertThat(known.alert()).isEqualTo(SECOND);
    assertThat(known.offset()).isEqualTo(6);
    assertThat(city.stateId()).hasToString("topic-id:8.0");
  }

  @Test
  void forgetsWhatTheTopicForgot() {
    city.put(FIRST, 0, 5);
    city.put(TestingRevision.opened("b").build(), 0, 6);
    city.dropAlertsBefore(0, 6);
    assertThat(city.alert("a")).isEmpty();
    take(Topics.ALERTS, "b", null, 7);
    assertThat(city.alerts()).isEmpty();
    assertThat(city.since(id("topic-id:0.0")).orElseThrow().alerts()).isEmpty();
  }

  @Test
  void tellsWhatWentSinceToThoseWhoMayStillShowIt() {
    city.put(FIRST, 0, 5);
    StateId seen = city.stateId();
    take(Topics.ALERTS, "a", null, 6);

    assertThat(gone(seen)).containsExactly("a");
    assertThat(gone(city.stateId())).isEmpty();
  }

  @Test
  void tellsAlsoOfWhatWentByItsAge() {
    city.put(FIRST, 0, 5);
    StateId seen = city.stateId();
    city.dropAlertsBefore(0, 6);

    assertThat(gone(seen)).containsExactly("a");
    city.put(TestingRevision.opened("b").build(), 0, 6);
    assertThat(gone(city.stateId())).isEmpty();
  }

  @Test
  void whatHadEndedIsNoLoss() {
    city.put(Alert.newBuilder(FIRST).setState(AlertState.CLEARED).build(), 0, 5);
    StateId seen = city.stateId();
    take(Topics.ALERTS, "a", null, 6);

    assertThat(gone(seen)).isEmpty();
  }

  @Test
  void anAlertThatComesBackIsGoneAndThereAgain() {
    city.put(SECOND, 0, 5);
    StateId seen = city.stateId();
    take(Topics.ALERTS, "a", null, 6);
    city.put(FIRST, 0, 7);

    assertThat(gone(seen)).containsExactly("a");
    assertThat(city.since(seen).orElseThrow().alerts())
        .extracting(LiveAlert::alert)
        .containsExactly(FIRST);
  }

  @Test
  void whatWentBeforeItWasEverReadResetsThoseWhoMayKnowIt() {
    take(Topics.ALERTS, "a", null, 6);
    city.becomeReady();

    assertThat(city.since(id("topic-id:6.0"))).isEmpty();
    assertThat(city.since(id("topic-id:7.0"))).isPresent();
  }

  @Test
  void recordsThatAgedAwayUnreadResetThoseWhoMayHaveMissedThem() {
    city.dropAlertsBefore(0, 6);

    assertThat(city.since(id("topic-id:5.0"))).isEmpty();
    assertThat(city.since(city.stateId())).isPresent();
  }

  @Test
  void aSecondEndOfTheSameAlertIsNoNews() {
    city.put(FIRST, 0, 5);
    city.becomeReady();
    take(Topics.ALERTS, "a", null, 6);
    StateId seen = city.stateId();
    take(Topics.ALERTS, "a", null, 7);

    assertThat(gone(seen)).isEmpty();
  }

  @Test
  void moreThanIsKeptOfWhatWentResets() {
    city.becomeReady();
    StateId seen = city.stateId();
    for (int i = 0; i <= 5_000; i++) {
      city.put(TestingRevision.opened("a" + i).build(), 0, 2L * i);
      take(Topics.ALERTS, "a" + i, null, 2L * i + 1);
    }

    assertThat(city.since(seen)).isEmpty();
    assertThat(gone(id("topic-id:2.0"))).hasSize(5_000);
  }

  @Test
  void tellsTheNewestRevisionOfWhatChangedSince() {
    city.put(FIRST, 0, 5);
    StateId seen = city.stateId();
    city.put(SECOND, 0, 6);
    city.put(TestingRevision.opened("b").build(), 1, 0);
    LiveState changed = city.since(seen).orElseThrow();
    assertThat(changed.alerts())
        .extracting(alert -> alert.alert().getAlertId() + '/' + alert.alert().getRevision())
        .containsExactly("a/2", "b/1");
    assertThat(city.since(changed.id()).orElseThrow().alerts()).isEmpty();
  }

  @Test
  void knowsNothingSinceAStateThatIsNotBeforeIts() {
    city.put(FIRST, 0, 5);
    for (String other : List.of("another-:6.0", "topic-id:7.0", "topic-id:6.0.0")) {
      assertThat(city.since(id(other))).as(other).isEmpty();
    }
    assertThat(city.since(StateId.OF_NO_CITY)).isEmpty();
    assertThat(city.since(id("topic-id:6"))).isPresent();
  }

  @Test
  void readsOnlyIdsThatItWrote() {
    assertThat(id("k3J9x_-A:120.98")).hasToString("k3J9x_-A:120.98");
    for (String other :
        List.of("", "120.98", "a:1.x", "a:-1", "a:1.2\n", "a:9999999999999999999")) {
      assertThat(StateId.read(other)).as(other).isEmpty();
    }
    assertThat(StateId.read(null)).isEmpty();
  }

  @Test
  void aBadRecordIsCountedAndPassedBy() {
    take(Topics.ALERTS, "a", new byte[] {1, 2, 3}, 0);
    take(Topics.PLACES, "630105", new byte[0], 0);
    take(Topics.DEVICES, null, new byte[0], 0);
    take(Topics.RULES, "gas", new byte[] {9}, 0);
    assertThat(records.bad()).isEqualTo(4);
    assertThat(city.stateId()).hasToString("topic-id:1.0");
    take(Topics.ALERTS, "a", TestingRevision.bytes(FIRST), 1);
    assertThat(city.alert("a")).isPresent();
  }

  @Test
  void aPlaceIsThereWhileItIsValid() {
    long empty = city.places().version();
    byte[] grid = TestingPlace.grid(Town.GRID).validTo(Moments.minutes(10)).bytes();
    take(Topics.PLACES, Town.GRID, grid, 0);
    long one = city.places().version();
    assertThat(city.places().find(Town.GRID)).isPresent();
    clock.now = Moments.minutes(10);
    assertThat(city.places().find(Town.GRID)).isEmpty();
    assertThat(one).isNotEqualTo(empty);
    assertThat(city.places().version()).isNotEqualTo(one);
  }

  @Test
  void aPlaceIsTakenAway() {
    take(
        Topics.PLACES,
        Town.DISTRICT,
        TestingPlace.of(Town.DISTRICT, PlaceLevel.DISTRICT).bytes(),
        0);
    assertThat(city.places().all()).hasSize(1);
    take(Topics.PLACES, Town.DISTRICT, null, 1);
    assertThat(city.places().all()).isEmpty();
  }

  @Test
  void devicesOutOfServiceAreKnownButNotInService() {
    take(Topics.DEVICES, Town.CAMERA, TestingDevice.camera(Town.CAMERA).bytes(), 0);
    byte[] retired = TestingDevice.sensor(Town.SENSOR).retiredAt(Moments.minutes(-1)).bytes();
    take(Topics.DEVICES, Town.SENSOR, retired, 1);
    assertThat(city.devices()).containsExactly(TestingDevice.camera(Town.CAMERA).entry());
    assertThat(city.device(Town.SENSOR)).isPresent();
    take(Topics.DEVICES, Town.CAMERA, null, 2);
    assertThat(city.devices()).isEmpty();
  }

  @Test
  void rejectedRecordsAreCountedForAnHour() {
    city.feed().beginRejected();
    city.feed().rejected(Moments.minutes(-61).toEpochMilli());
    city.feed().rejected(Moments.minutes(-30).toEpochMilli());
    city.feed().rejected(Moments.NOON.toEpochMilli());
    assertThat(city.feed().rejectedInAnHour()).hasValue(2);
    clock.now = Moments.minutes(31);
    assertThat(city.feed().rejectedInAnHour()).hasValue(1);
  }

  @Test
  void saysSinceWhenTheBrokerIsAway() {
    city.broker().reached();
    clock.now = Moments.minutes(1);
    city.broker().lost("no answer");
    clock.now = Moments.minutes(2);
    city.broker().lost("no answer at all");
    assertThat(city.broker().now())
        .isEqualTo(
            new Reachability.Now(false, Moments.minutes(1).toEpochMilli(), "no answer at all"));
  }

  @Test
  void beginningAnewForgetsAllAndIsNotReady() {
    city.put(FIRST, 0, 5);
    city.becomeReady();
    city.begin("another-topic", 1);
    assertThat(city.isReady()).isFalse();
    assertThat(city.alerts()).isEmpty();
    assertThat(city.stateId()).hasToString("another-:0");
  }

  private void take(String topic, String key, byte[] value, long offset) {
    records.take(new ConsumerRecord<>(topic, 0, offset, key, value));
  }

  /** Ids of what is told to be gone. */
  private List<String> gone(StateId seen) {
    return city.since(seen).orElseThrow().gone().stream()
        .map(alert -> alert.alert().getAlertId())
        .toList();
  }

  private static StateId id(String written) {
    return StateId.read(written).orElseThrow();
  }
}

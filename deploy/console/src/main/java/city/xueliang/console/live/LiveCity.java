package city.xueliang.console.live;

import city.xueliang.console.city.CityPlaces;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Successions;
import city.xueliang.schemas.Alert;
import city.xueliang.store.reading.MetricRow;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The city's newest state, of all that the topics tell. For several threads at a time; what it
 * hands out does not change any more.
 */
public final class LiveCity {
  private final LiveAlerts alerts = new LiveAlerts();
  private final Registry registry;
  private final LiveRulebook rulebook = new LiveRulebook();
  private volatile Map<String, MetricRow> coverage = Map.of();
  private final Reachability broker;
  private final Reachability store;
  private final Clock clock;
  private final Feed feed;
  private volatile TailListener listener = TailListener.NONE;

  /** A city of which nothing is known yet. */
  public LiveCity(Clock clock) {
    this.clock = clock;
    this.feed = new Feed(clock);
    this.registry = new Registry(clock);
    this.broker = new Reachability(clock);
    this.store = new Reachability(clock);
  }

  /** Whether all topics were read to the ends that they had. */
  public boolean isReady() {
    return alerts.isReady();
  }

  public Reachability broker() {
    return broker;
  }

  public Reachability store() {
    return store;
  }

  /** How the feed behind the figures does. */
  public Feed feed() {
    return feed;
  }

  /** Tells somebody of single records as they come; there is one at most. */
  public void tell(TailListener next) {
    listener = next;
  }

  TailListener listener() {
    return listener;
  }

  Clock clock() {
    return clock;
  }

  /** The places that are valid now. */
  public CityPlaces places() {
    return registry.places();
  }

  /** Which codes of places took over from which. */
  public Successions successions() {
    return registry.successions();
  }

  /** The devices in service. */
  public Collection<Device> devices() {
    return registry.devices();
  }

  /** A device of the registry, also one that is out of service. */
  public Optional<Device> device(String id) {
    return registry.device(id);
  }

  public Optional<LiveAlert> alert(String id) {
    return alerts.find(id);
  }

  /** All that the topic keeps, also those that have ended. */
  public Collection<LiveAlert> alerts() {
    return alerts.state().alerts();
  }

  /** All alerts, with the id of the state at the same moment. */
  public LiveState state() {
    return alerts.state();
  }

  public StateId stateId() {
    return alerts.id();
  }

  /** The alerts that changed since; empty if the id is not of a state before this one. */
  public Optional<LiveState> since(StateId before) {
    return alerts.since(before);
  }

  /**
   * Returns as soon as there were more changes of alerts than were seen, or at the end of the time.
   *
   * @return how many there were
   */
  public long awaitChange(long seen, long millis) throws InterruptedException {
    return alerts.awaitChange(seen, millis);
  }

  /** Rules, silences and policies in force. */
  public LiveRulebook rulebook() {
    return rulebook;
  }

  /** The newest minute of coverage of each place and zone, by code. */
  public Map<String, MetricRow> coverage() {
    return coverage;
  }

  /** Forgets all, for the topics are read anew. */
  public void begin(String alertsTopicId, int partitions) {
    alerts.begin(alertsTopicId, partitions);
    registry.clear();
    rulebook.clear();
  }

  public void becomeReady() {
    alerts.becomeReady();
  }

  /** Takes a revision; one that is not higher than that seen changes nothing. */
  public void put(Alert alert, int partition, long offset) {
    alerts.put(alert, partition, offset);
  }

  public void dropAlert(String id, int partition, long offset) {
    alerts.drop(id, partition, offset);
  }

  /** Notes that a record of alerts was seen that cannot be taken. */
  public void passAlert(int partition, long offset) {
    alerts.reach(partition, offset);
  }

  /** Forgets the alerts that the topic no longer keeps. */
  public void dropAlertsBefore(int partition, long offset) {
    alerts.dropBefore(partition, offset);
  }

  public void put(Place place) {
    registry.put(place);
  }

  public void dropPlace(String code) {
    registry.dropPlace(code);
  }

  public void put(Device device) {
    registry.put(device);
  }

  public void dropDevice(String id) {
    registry.dropDevice(id);
  }

  /** The newest minutes; all of them, and none that is not among them. */
  public void cover(Map<String, MetricRow> newest) {
    coverage = Map.copyOf(newest);
  }
}

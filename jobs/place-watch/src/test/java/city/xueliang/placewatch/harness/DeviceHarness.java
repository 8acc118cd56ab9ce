package city.xueliang.placewatch.harness;

import city.xueliang.domain.alert.Enrolment;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.coverage.DeviceStatusChange;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.tally.PlacePartial;
import city.xueliang.domain.tally.Windows;
import city.xueliang.flink.time.AwaitRegistry;
import city.xueliang.placewatch.detect.RoutedSighting;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.DeviceChange;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.Position;
import city.xueliang.placewatch.intake.RejectedRecords;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.placewatch.intake.RuleChange;
import city.xueliang.placewatch.intake.SourceRecord;
import city.xueliang.placewatch.registry.KnownRules;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.registry.RegistryChange;
import city.xueliang.placewatch.watch.DeviceInput;
import city.xueliang.placewatch.watch.GridObservation;
import city.xueliang.placewatch.watch.SilenceClock;
import city.xueliang.placewatch.watch.WatchDevice;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingObservation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** The watch over devices, with a registry that is published change by change. */
public final class DeviceHarness extends OperatorHarness<GridObservation> {
  private final CoBroadcastWithKeyedOperator<String, DeviceInput, RegistryChange, GridObservation>
      operator;
  private final List<Rule> rules;
  private final SilenceClock silenceBy;
  private long published;
  private long sent;

  private DeviceHarness(
      CoBroadcastWithKeyedOperator<String, DeviceInput, RegistryChange, GridObservation> operator,
      List<Rule> rules,
      SilenceClock silenceBy,
      OperatorSubtaskState state)
      throws Exception {
    super(operator, (KeySelector<DeviceInput, String>) DeviceInput::deviceId, state);
    this.operator = operator;
    this.rules = rules;
    this.silenceBy = silenceBy;
  }

  private DeviceHarness withRules() throws Exception {
    for (Rule rule : rules) {
      publish(rule);
    }
    return this;
  }

  private static DeviceHarness of(
      List<Rule> rules, SilenceClock silenceBy, OperatorSubtaskState state) throws Exception {
    return new DeviceHarness(
        new CoBroadcastWithKeyedOperator<>(
            new WatchDevice(Windows.in(ZoneId.of("Asia/Shanghai")), silenceBy),
            List.of(WatchDevice.PLACES, KnownZones.STATE, KnownRules.STATE)),
        rules,
        silenceBy,
        state);
  }

  public static DeviceHarness start(Rule... rules) throws Exception {
    return of(List.of(rules), SilenceClock.PROCESSING_TIME, null).withRules();
  }

  public static DeviceHarness start(SilenceClock silenceBy) throws Exception {
    return of(List.of(), silenceBy, null);
  }

  /** As after a failure, when the registry's changes were read as well. */
  public DeviceHarness restart() throws Exception {
    DeviceHarness next = restartBeforeTheRegistry();
    next.endRegistry();
    return next;
  }

  /** Takes a snapshot and goes on from it in a new operator. */
  public DeviceHarness restartBeforeTheRegistry() throws Exception {
    DeviceHarness next = of(rules, silenceBy, stop());
    next.published = published;
    next.sent = sent;
    return next;
  }

  public void publish(TestingDevice device) throws Exception {
    publish(device, nextPosition());
  }

  public void publish(TestingDevice device, Position position) throws Exception {
    take(DeviceInput.of(new DeviceChange(device.entry().deviceId(), device.entry(), position)));
  }

  public void publish(TestingDevice device, Instant at) throws Exception {
    published++;
    publish(device, new Position(published, at.toEpochMilli()));
  }

  public void removeDevice(String deviceId) throws Exception {
    removeDevice(deviceId, nextPosition());
  }

  public void removeDevice(String deviceId, Position position) throws Exception {
    take(DeviceInput.of(new DeviceChange(deviceId, null, position)));
  }

  public void publish(Rule rule) throws Exception {
    publish(RulebookChange.of(rule));
  }

  public void removeRule(String id) throws Exception {
    publish(RulebookChange.removal(id));
  }

  private void publish(RulebookChange change) throws Exception {
    broadcast(RegistryChange.of(new RuleChange(change, nextPosition())));
  }

  private void broadcast(RegistryChange change) throws Exception {
    operator.processElement2(new StreamRecord<>(change));
  }

  public void publishGrid(String code) throws Exception {
    publishGrid(code, Validity.ALWAYS);
  }

  public void publishGrid(String code, Validity validity) throws Exception {
    publishGrid(code, validity, nextPosition());
  }

  public void publishGrid(String code, Validity validity, Position position) throws Exception {
    broadcast(RegistryChange.of(new PlaceChange(code, validity, position)));
  }

  public void removeGrid(String code) throws Exception {
    publishGrid(code, null);
  }

  public void publishZone(String code, List<String> grids, Instant at) throws Exception {
    published++;
    Position position = new Position(published, at.toEpochMilli());
    broadcast(RegistryChange.of(new PlaceChange(code, Validity.ALWAYS, grids, position)));
  }

  /** Lets the watermark say that both topics of the registry were read to their ends. */
  public void endRegistry() throws Exception {
    reach(AwaitRegistry.READ);
  }

  public void send(TestingObservation observation) throws Exception {
    Observation built = observation.build();
    byte[] bytes = built.toString().getBytes(StandardCharsets.UTF_8);
    take(
        DeviceInput.of(
            new Accepted(built, new SourceRecord("feed", 0, sent++, built.receivedAt(), bytes))));
  }

  /** A record of the device was rejected because of its times. */
  public void rejectMistimed(String deviceId) throws Exception {
    take(DeviceInput.ofMistimed(deviceId));
  }

  public List<DeviceStatusChange> statusChanges() {
    return output(WatchDevice.STATUS_CHANGES);
  }

  public List<Rejection> rejections() {
    return output(RejectedRecords.TAG);
  }

  public List<PlacePartial> corrections() {
    return output(WatchDevice.CORRECTIONS);
  }

  public List<RoutedSighting> sightings() {
    return output(WatchDevice.SIGHTINGS);
  }

  public List<Enrolment> enrolments() {
    return output(WatchDevice.ENROLMENTS);
  }

  public List<Signal> signals() {
    return output(WatchDevice.SIGNALS);
  }

  @Override
  public void reach(long watermark) throws Exception {
    operator.processWatermark1(new Watermark(watermark));
    operator.processWatermark2(new Watermark(watermark));
  }

  private void take(DeviceInput input) throws Exception {
    StreamRecord<DeviceInput> record = new StreamRecord<>(input);
    operator.setKeyContextElement1(record);
    operator.processElement1(record);
  }

  private Position nextPosition() {
    published++;
    return new Position(published, published);
  }
}

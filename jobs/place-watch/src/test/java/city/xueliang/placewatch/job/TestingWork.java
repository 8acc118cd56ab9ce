package city.xueliang.placewatch.job;

import static org.awaitility.Awaitility.await;

import city.xueliang.placewatch.job.CityFeeds.Sent;
import city.xueliang.schemas.Action;
import city.xueliang.schemas.ActionId;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.DispatchAction;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.ReasonCode;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.Moments;
import city.xueliang.testing.TestingCluster;
import city.xueliang.testing.TestingSensorReading;
import city.xueliang.testing.Town;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** Readings of the town's sensors and what its seats do, sent to a job while it runs. */
final class TestingWork {
  static final String SEAT = Town.DISTRICT + "-dispatch-01";

  private final TestingJob job;
  private final SingleObjectCodec<DispatchAction> actions =
      SingleObjectCodec.of(DispatchAction.class);
  private int second;
  private long sent;

  TestingWork(TestingJob job) {
    this.job = job;
  }

  /** A reading that occurred a second after the one before. */
  void measure(Quantity quantity, String sensor, double value) throws Exception {
    second++;
    byte[] reading =
        TestingSensorReading.from(sensor)
            .quantity(quantity)
            .value(value)
            .at(Moments.seconds(second))
            .bytes();
    job.send(List.of(new Sent(Topics.SENSOR_READINGS, sensor, reading, 0)));
  }

  void gas(String sensor, double value) throws Exception {
    measure(Quantity.GAS_LEL_PERCENT, sensor, value);
  }

  /** An action that the seat of the district takes now, of an alert as it saw it. */
  DispatchAction.Builder action(Action kind, Alert alert) {
    sent++;
    return acknowledgement(sent, alert.getAlertId())
        .setAction(kind)
        .setReasonCode(kind == Action.CLOSE ? ReasonCode.HANDLED : null)
        .setDistrict(alert.getDistrict())
        .setRevision(alert.getRevision());
  }

  /** The record of an action. */
  static byte[] acknowledgement(String alertId) {
    return SingleObjectCodec.of(DispatchAction.class).encode(acknowledgement(1, alertId).build());
  }

  private static DispatchAction.Builder acknowledgement(long id, String alertId) {
    return DispatchAction.newBuilder()
        .setActionId(new ActionId(ByteBuffer.allocate(16).putLong(8, id).array()))
        .setAlertId(alertId)
        .setAction(Action.ACKNOWLEDGE)
        .setSeat(SEAT)
        .setReasonCode(null)
        .setAt(Moments.NOON)
        .setDistrict(null)
        .setRevision(null)
        .setUntil(null);
  }

  void act(Action kind, Alert alert) throws Exception {
    send(action(kind, alert));
  }

  void shelve(Alert alert, Instant until) throws Exception {
    send(action(Action.SHELVE, alert).setUntil(until));
  }

  void send(DispatchAction.Builder action) throws Exception {
    byte[] value = actions.encode(action.build());
    job.send(List.of(new Sent(Topics.DISPATCH_ACTIONS, action.getAlertId(), value, 0)));
  }

  /** Waits until so many revisions of a rule's alerts about a device were told. */
  List<Alert> awaitAlerts(String ruleId, String device, int revisions) {
    return awaitTold(() -> PublishedAlerts.of(job).of(ruleId, device), revisions);
  }

  /** Waits until so many revisions of a rule's alerts were told. */
  List<Alert> awaitAlerts(String ruleId, int revisions) {
    return awaitTold(() -> PublishedAlerts.of(job).ofRule(ruleId), revisions);
  }

  private static List<Alert> awaitTold(Callable<List<Alert>> alerts, int revisions) {
    return await()
        .atMost(TestingCluster.PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(alerts, told -> told.size() >= revisions);
  }
}

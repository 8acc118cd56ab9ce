package city.xueliang.placewatch.harness;

import city.xueliang.domain.coverage.CoverageDifference;
import city.xueliang.domain.coverage.DeviceStatusChange;
import city.xueliang.placewatch.coverage.FanOutCoverage;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.watch.SilenceClock;
import java.util.List;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** The fan-out of coverage, with the registry's zones. */
final class FanOutHarness extends OperatorHarness<CoverageDifference> {
  private final CoBroadcastWithKeyedOperator<
          String, DeviceStatusChange, PlaceChange, CoverageDifference>
      operator;

  private FanOutHarness(
      CoBroadcastWithKeyedOperator<String, DeviceStatusChange, PlaceChange, CoverageDifference>
          operator,
      OperatorSubtaskState state)
      throws Exception {
    super(operator, (KeySelector<DeviceStatusChange, String>) DeviceStatusChange::grid, state);
    this.operator = operator;
  }

  static FanOutHarness start(SilenceClock clock, OperatorSubtaskState state) throws Exception {
    return new FanOutHarness(
        new CoBroadcastWithKeyedOperator<>(
            new FanOutCoverage(clock), List.of(FanOutCoverage.ZONES)),
        state);
  }

  void send(DeviceStatusChange change) throws Exception {
    StreamRecord<DeviceStatusChange> record = new StreamRecord<>(change);
    operator.setKeyContextElement1(record);
    operator.processElement1(record);
  }

  void publish(PlaceChange change) throws Exception {
    operator.processElement2(new StreamRecord<>(change));
  }

  @Override
  public void reach(long watermark) throws Exception {
    operator.processWatermark1(new Watermark(watermark));
    operator.processWatermark2(new Watermark(watermark));
  }
}

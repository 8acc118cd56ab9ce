package city.xueliang.placewatch.harness;

import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * A function on a keyed stream and a broadcast one.
 *
 * @param <IN> what it takes by key
 * @param <B> what is broadcast
 * @param <OUT> what it puts out
 */
public final class BroadcastHarness<IN, B, OUT> extends OperatorHarness<OUT> {
  private final CoBroadcastWithKeyedOperator<String, IN, B, OUT> operator;

  /**
   * Starts a function.
   *
   * @param state to go on from, or null
   */
  public BroadcastHarness(
      KeyedBroadcastProcessFunction<String, IN, B, OUT> function,
      List<MapStateDescriptor<?, ?>> broadcast,
      KeySelector<IN, String> key,
      OperatorSubtaskState state)
      throws Exception {
    this(new CoBroadcastWithKeyedOperator<>(function, broadcast), key, state);
  }

  private BroadcastHarness(
      CoBroadcastWithKeyedOperator<String, IN, B, OUT> operator,
      KeySelector<IN, String> key,
      OperatorSubtaskState state)
      throws Exception {
    super(operator, key, state);
    this.operator = operator;
  }

  public void send(IN value) throws Exception {
    StreamRecord<IN> record = new StreamRecord<>(value);
    operator.setKeyContextElement1(record);
    operator.processElement1(record);
  }

  public void broadcast(B value) throws Exception {
    operator.processElement2(new StreamRecord<>(value));
  }

  @Override
  public void reach(long watermark) throws Exception {
    operator.processWatermark1(new Watermark(watermark));
    operator.processWatermark2(new Watermark(watermark));
  }
}

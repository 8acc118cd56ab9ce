package city.xueliang.placewatch.harness;

import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * A function on a keyed stream.
 *
 * @param <IN> what it takes
 * @param <OUT> what it puts out
 */
public final class KeyedHarness<IN, OUT> extends OperatorHarness<OUT> {
  private final KeyedProcessOperator<String, IN, OUT> operator;

  /**
   * Starts a function.
   *
   * @param state to go on from, or null
   */
  public KeyedHarness(
      KeyedProcessFunction<String, IN, OUT> function,
      KeySelector<IN, String> key,
      OperatorSubtaskState state)
      throws Exception {
    this(new KeyedProcessOperator<>(function), key, state);
  }

  private KeyedHarness(
      KeyedProcessOperator<String, IN, OUT> operator,
      KeySelector<IN, String> key,
      OperatorSubtaskState state)
      throws Exception {
    super(operator, key, state);
    this.operator = operator;
  }

  public void send(IN value) throws Exception {
    StreamRecord<IN> record = new StreamRecord<>(value);
    operator.setKeyContextElement1(record);
    operator.processElement(record);
  }

  @Override
  public void reach(long watermark) throws Exception {
    operator.processWatermark(new Watermark(watermark));
  }
}

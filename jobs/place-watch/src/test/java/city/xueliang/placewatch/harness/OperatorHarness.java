package city.xueliang.placewatch.harness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * One operator, keyed by texts, with what it puts out, counts and keeps.
 *
 * @param <OUT> what it puts out
 */
public abstract class OperatorHarness<OUT> implements AutoCloseable {
  private final OperatorFigures figures = new OperatorFigures();
  private final MockEnvironment environment = figures.environment();
  private final AbstractStreamOperatorTestHarness<OUT> harness;

  OperatorHarness(
      AbstractStreamOperator<OUT> operator, KeySelector<?, String> key, OperatorSubtaskState state)
      throws Exception {
    harness = new KeyedByText<>(operator, key, environment);
    harness.setup();
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
  }

  /** All that it put out so far. */
  public List<OUT> output() {
    return harness.extractOutputValues();
  }

  /** All that it put aside so far. */
  public <T> List<T> output(OutputTag<T> tag) {
    var aside = harness.getSideOutput(tag);
    return aside == null ? List.of() : aside.stream().map(StreamRecord::getValue).toList();
  }

  /** What it counted under this name. */
  public long count(String counter) {
    return figures.count(counter);
  }

  /** How many keys have something in this state. */
  public long keysWith(String state) {
    try (var keys =
        harness
            .getOperator()
            .<String>getKeyedStateBackend()
            .getKeys(state, VoidNamespace.INSTANCE)) {
      return keys.count();
    }
  }

  /** How many entries a key has in this map. */
  public <V> long entries(String key, MapStateDescriptor<Long, V> state) throws Exception {
    KeyedStateBackend<String> backend = harness.getOperator().getKeyedStateBackend();
    backend.setCurrentKey(key);
    MapState<Long, V> map =
        backend.getPartitionedState(
            VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, state);
    long entries = 0;
    for (var each : map.keys()) {
      entries += each == null ? 0 : 1;
    }
    return entries;
  }

  /** What its gauge of this name shows. */
  public Object gauge(String name) {
    return figures.gauge(name);
  }

  /** Sets the processing clock; timers up to then fire. */
  public void clock(Instant now) throws Exception {
    harness.setProcessingTime(now.toEpochMilli());
  }

  /** How many timers of the processing clock it has. */
  public int clockTimers() {
    return harness.numProcessingTimeTimers();
  }

  /** How many timers it has. */
  public int timers() {
    return harness.numEventTimeTimers();
  }

  /** Lets time pass by the processing clock. */
  public void pass(Duration time) throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + time.toMillis());
  }

  /** The state with which another one can go on. */
  public OperatorSubtaskState stop() throws Exception {
    OperatorSubtaskState state = harness.snapshot(1, 1);
    close();
    return state;
  }

  /** The watermark, on each of its inputs. */
  public void reach(Instant watermark) throws Exception {
    reach(watermark.toEpochMilli());
  }

  /** The watermark in epoch milliseconds, on each of its inputs. */
  public abstract void reach(long watermark) throws Exception;

  @Override
  public void close() throws Exception {
    harness.close();
    environment.close();
  }

  private static final class KeyedByText<OUT> extends AbstractStreamOperatorTestHarness<OUT> {
    KeyedByText(
        AbstractStreamOperator<OUT> operator,
        KeySelector<?, String> key,
        MockEnvironment environment)
        throws Exception {
      super(operator, environment);
      config.setStatePartitioner(0, key);
      config.setStateKeySerializer(
          Types.STRING.createSerializer(executionConfig.getSerializerConfig()));
      config.serializeAllConfigs();
    }
  }
}

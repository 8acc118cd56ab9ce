package city.xueliang.flink.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

class WatermarkMemoryOperatorTest {
  private static final int MAX_PARALLELISM = 128;
  private static final long NOON = Instant.parse("2026-03-01T04:00:00Z").toEpochMilli();
  private static final long LATER = NOON + 90_000;
  private static final OperatorSubtaskState NOTHING = OperatorSubtaskState.builder().build();

  @Test
  void withoutAWatermarkNothingWasReached() throws Exception {
    try (Subtask subtask = new Subtask(1, 0, NOTHING)) {
      assertThat(subtask.reached()).isEqualTo(Long.MIN_VALUE);
    }
  }

  @Test
  void aRunningOperatorKnowsItsOwnWatermark() throws Exception {
    try (Subtask subtask = new Subtask(1, 0, NOTHING)) {
      subtask.processWatermark(NOON);

      assertThat(subtask.reached()).isEqualTo(NOON);
    }
  }

  @Test
  void afterARestartEverySubtaskKnowsTheHighestWatermarkOfAll() throws Exception {
    OperatorSubtaskState savepoint = savepointOfTwo(NOON, LATER);

    assertThat(reachedAfterRestart(savepoint, 2)).containsExactly(LATER, LATER);
  }

  @Test
  void moreOrFewerSubtasksThanBeforeKnowItToo() throws Exception {
    OperatorSubtaskState savepoint = savepointOfTwo(LATER, NOON);

    assertThat(reachedAfterRestart(savepoint, 1)).containsExactly(LATER);
    assertThat(reachedAfterRestart(savepoint, 3)).containsExactly(LATER, LATER, LATER);
  }

  @Test
  void aWatermarkThatStartsAnewDoesNotLowerIt() throws Exception {
    try (Subtask restored = new Subtask(1, 0, savepointOfTwo(NOON, LATER))) {
      restored.processWatermark(NOON);
      assertThat(restored.reached()).isEqualTo(LATER);

      restored.processWatermark(LATER + 1);
      assertThat(restored.reached()).isEqualTo(LATER + 1);
    }
  }

  @Test
  void theWatermarkThatEndsAJobIsNotRemembered() throws Exception {
    OperatorSubtaskState savepoint;
    try (Subtask drained = new Subtask(1, 0, NOTHING)) {
      drained.processWatermark(NOON);
      drained.reached();
      drained.processWatermark(Long.MAX_VALUE);
      assertThat(drained.reached()).isEqualTo(NOON);
      savepoint = drained.snapshot(1, 1);
    }

    try (Subtask restored = new Subtask(1, 0, savepoint)) {
      assertThat(restored.reached()).isEqualTo(NOON);
    }
  }

  private static OperatorSubtaskState savepointOfTwo(long first, long second) throws Exception {
    try (Subtask one = new Subtask(2, 0, NOTHING);
        Subtask other = new Subtask(2, 1, NOTHING)) {
      one.processWatermark(first);
      one.reached();
      other.processWatermark(second);
      other.reached();
      return AbstractStreamOperatorTestHarness.repackageState(
          one.snapshot(1, 1), other.snapshot(1, 1));
    }
  }

  private static List<Long> reachedAfterRestart(
      OperatorSubtaskState savepointOfTwo, int parallelism) throws Exception {
    List<Long> reached = new ArrayList<>();
    for (int index = 0; index < parallelism; index++) {
      OperatorSubtaskState share =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              savepointOfTwo, MAX_PARALLELISM, 2, parallelism, index);
      try (Subtask subtask = new Subtask(parallelism, index, share)) {
        reached.add(subtask.reached());
      }
    }
    return reached;
  }

  /** Answers any record with what was reached. */
  private static final class TellReached extends ProcessFunction<String, Long>
      implements CheckpointedFunction {
    @Serial private static final long serialVersionUID = 1L;

    private transient WatermarkMemory memory;

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
      memory = WatermarkMemory.restore(context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
      memory.snapshot();
    }

    @Override
    public void processElement(String any, Context context, Collector<Long> out) {
      out.collect(memory.reached(context.timerService().currentWatermark()));
    }
  }

  private static final class Subtask extends OneInputStreamOperatorTestHarness<String, Long> {
    private Subtask(int parallelism, int index, OperatorSubtaskState state) throws Exception {
      super(new ProcessOperator<>(new TellReached()), MAX_PARALLELISM, parallelism, index);
      setup();
      initializeState(state);
      open();
    }

    private long reached() throws Exception {
      processElement("any", 0);
      List<Long> told = extractOutputValues();
      return told.get(told.size() - 1);
    }
  }
}

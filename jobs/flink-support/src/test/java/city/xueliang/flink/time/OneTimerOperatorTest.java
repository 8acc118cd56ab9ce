package city.xueliang.flink.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OneTimerOperatorTest {
  private static final long CANCEL = -1;

  private KeyedOneInputStreamOperatorTestHarness<String, Long, Long> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new Asking()), any -> "key", Types.STRING);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void whoNeedsItEarlierMovesIt() throws Exception {
    ask(100);
    ask(50);

    assertThat(harness.numEventTimeTimers()).isEqualTo(1);
    harness.processWatermark(99);
    assertThat(harness.extractOutputValues()).containsExactly(50L);
  }

  @Test
  void whoNeedsItLaterFindsItSet() throws Exception {
    ask(50);
    ask(100);
    harness.processWatermark(1_000);

    assertThat(harness.extractOutputValues()).containsExactly(50L);
  }

  @Test
  void onceItHasFiredItCanBeSetAgain() throws Exception {
    ask(50);
    harness.processWatermark(60);
    ask(100);
    harness.processWatermark(1_000);

    assertThat(harness.extractOutputValues()).containsExactly(50L, 100L);
  }

  @Test
  void neverSetsNothing() throws Exception {
    ask(OneTimer.NEVER);

    assertThat(harness.numEventTimeTimers()).isZero();
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void aTimerThatIsTakenBackDoesNotFire() throws Exception {
    ask(50);
    ask(CANCEL);
    harness.processWatermark(1_000);

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  private void ask(long time) throws Exception {
    harness.processElement(time, 0);
  }

  private static final class Asking extends KeyedProcessFunction<String, Long, Long> {
    private static final long serialVersionUID = 1L;

    private transient OneTimer timer;

    @Override
    public void open(OpenContext context) {
      timer = OneTimer.ofEventTime(getRuntimeContext(), "timer");
    }

    @Override
    public void processElement(Long time, Context context, Collector<Long> out) throws Exception {
      if (time == CANCEL) {
        timer.cancel(context.timerService());
      } else {
        timer.fireBy(time, context.timerService());
      }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Long> out)
        throws Exception {
      if (timer.fires(timestamp)) {
        out.collect(timestamp);
      }
    }
  }
}

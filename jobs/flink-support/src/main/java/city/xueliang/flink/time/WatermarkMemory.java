package city.xueliang.flink.time;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * The watermark that an operator had reached before a restart. Flink starts every watermark anew,
 * so that without this memory a window that was finished and forgotten would open again for a
 * straggler and fire with part of its data.
 */
public final class WatermarkMemory {
  private final ListState<Long> state;
  private long reached = Long.MIN_VALUE;

  private WatermarkMemory(ListState<Long> state) {
    this.state = state;
  }

  /** The memory of an operator; every subtask takes the highest watermark that any had reached. */
  public static WatermarkMemory restore(FunctionInitializationContext context) throws Exception {
    WatermarkMemory memory =
        new WatermarkMemory(
            context
                .getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("reached-watermark", Types.LONG)));
    for (long watermark : memory.state.get()) {
      memory.reached(watermark);
    }
    return memory;
  }

  /**
   * Takes in the current watermark and gives back the highest ever reached, epoch milliseconds. The
   * greatest watermark of all, by which a job is drained, says that the input ended, not when: it
   * is not remembered, or a job that goes on from there would take everything for gone.
   */
  public long reached(long currentWatermark) {
    if (currentWatermark != Long.MAX_VALUE) {
      reached = Math.max(reached, currentWatermark);
    }
    return reached;
  }

  public void snapshot() throws Exception {
    state.update(List.of(reached));
  }
}

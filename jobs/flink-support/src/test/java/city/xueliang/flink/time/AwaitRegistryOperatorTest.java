package city.xueliang.flink.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwaitRegistryOperatorTest {
  private static final Watermark READ = new Watermark(AwaitRegistry.READ);

  private OneInputStreamOperatorTestHarness<String, String> await;

  @BeforeEach
  void start() throws Exception {
    await = new OneInputStreamOperatorTestHarness<>(new AwaitRegistry<String>());
    await.open();
  }

  @AfterEach
  void close() throws Exception {
    await.close();
  }

  @Test
  void changesGoOnBeforeAndAfterTheEnd() throws Exception {
    await.processElement(new StreamRecord<>("before"));
    await.processWatermark(Watermark.MAX_WATERMARK);
    await.processElement(new StreamRecord<>("after"));

    assertThat(await.extractOutputValues()).containsExactly("before", "after");
  }

  @Test
  void theEndOfTheTopicIsToldByTheLeastWatermarkThatThereIs() throws Exception {
    await.processWatermark(Watermark.MAX_WATERMARK);

    assertThat(await.getOutput()).containsExactly(READ, WatermarkStatus.IDLE);
    assertThat(AwaitRegistry.READ).isGreaterThan(Long.MIN_VALUE + 1);
  }

  @Test
  void nothingIsToldBeforeTheEnd() throws Exception {
    await.processWatermark(new Watermark(5));
    await.processWatermarkStatus(WatermarkStatus.IDLE);
    await.processWatermarkStatus(WatermarkStatus.ACTIVE);

    assertThat(await.getOutput()).isEmpty();
  }
}

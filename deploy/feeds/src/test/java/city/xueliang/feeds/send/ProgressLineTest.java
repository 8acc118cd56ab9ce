package city.xueliang.feeds.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final TestingClock clock = new TestingClock();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private FeedCounts counts = new FeedCounts(0, 0, 0);
  private Duration behind = Duration.ZERO;

  @Test
  void tellsRateTotalLagAndErrors() {
    ProgressLine line = line(false, Locale.ENGLISH);

    clock.advance(Duration.ofSeconds(2));
    counts = new FeedCounts(5_000, 4_990, 1);
    behind = Duration.ofMillis(1_250);
    line.print();

    assertThat(shown())
        .isEqualTo("sent 5000, 2500/s, behind schedule 1.3 s, unacknowledged 9, errors 1\n");
  }

  @Test
  void theRateIsThatSinceTheLineBefore() {
    ProgressLine line = line(false, Locale.ENGLISH);

    clock.advance(Duration.ofSeconds(2));
    counts = new FeedCounts(5_000, 5_000, 0);
    line.print();
    clock.advance(Duration.ofSeconds(2));
    counts = new FeedCounts(5_010, 5_010, 0);
    line.print();

    assertThat(shown()).contains("sent 5010, 5/s");
  }

  @Test
  void rewritesItselfOnATerminalUntilItIsClosed() {
    ProgressLine line = line(true, Locale.SIMPLIFIED_CHINESE);

    clock.advance(Duration.ofSeconds(1));
    line.print();
    line.close();

    assertThat(shown()).matches("(?s)\r\u001b\\[K已发送 0 条.*出错 0 条\r\u001b\\[K已发送 0 条.*出错 0 条\n");
  }

  private ProgressLine line(boolean terminal, Locale language) {
    PrintStream out = new PrintStream(screen, false, StandardCharsets.UTF_8);
    return new ProgressLine(out, terminal, language, () -> counts, () -> behind, clock);
  }

  private String shown() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}

package city.xueliang.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MutedConsoleTest {
  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream screen = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @BeforeEach
  void watchTheConsole() {
    System.setOut(screen);
  }

  @AfterEach
  void giveTheConsoleBack() {
    System.setOut(console);
  }

  @Test
  void dropsWhatTheWorkPrints() {
    assertThat(MutedConsole.during(() -> print("enjoy"))).isEqualTo("enjoy");

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void letsOtherThreadsPrint() {
    MutedConsole.during(() -> inAnotherThread(() -> print("status")));

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("status");
  }

  @Test
  void givesTheStreamsBackAfterAFailure() {
    assertThatThrownBy(() -> MutedConsole.during(() -> Integer.parseInt("no port")))
        .isInstanceOf(NumberFormatException.class);

    assertThat(System.out).isSameAs(screen);
  }

  @Test
  void leavesAStreamThatSomebodyElseSetMeanwhile() {
    PrintStream theirs = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    MutedConsole.during(
        () -> {
          System.setOut(theirs);
          return theirs;
        });

    assertThat(System.out).isSameAs(theirs);
  }

  private static String print(String text) {
    System.out.print(text);
    System.out.flush();
    return text;
  }

  private static boolean inAnotherThread(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}

package city.xueliang.benchmark.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleITCase {
  private static final ConsoleOptions SMALL =
      new ConsoleOptions(0.01, 20, 20, 30, 3, Duration.ofSeconds(3), 256, 1, false);

  @TempDir private Path folder;

  @Test
  void everyoneWhoWatchesSeesEveryAlertAlsoAfterComingBack() throws Exception {
    System.setProperty("xueliang.home", "../..");

    ConsoleFigures figures = new ConsoleRun(SMALL, folder).measure();

    ConsoleFigures.Clients clients = figures.clients();
    assertThat(clients.connected()).isEqualTo(SMALL.clients());
    assertThat(clients.missed()).isZero();
    assertThat(clients.lost()).isZero();
    assertThat(clients.delayMillis().count()).isGreaterThan(SMALL.clients());
    assertThat(clients.beatMillis().count()).isGreaterThan(SMALL.clients());
    assertThat(clients.bytesPerClientAndHour()).isPositive();
    assertThat(figures.reconnection().connected()).isEqualTo(SMALL.clients());
    assertThat(figures.reconnection().missed()).isZero();
    assertThat(figures.reconnection().resets()).isZero();
    assertThat(figures.server().cores()).isPositive();
    assertThat(figures.asked()).hasSize(3);
    assertThat(figures.asked().values())
        .allSatisfy(
            path -> {
              assertThat(path.failures()).isZero();
              assertThat(path.bytes()).isPositive();
            });
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}

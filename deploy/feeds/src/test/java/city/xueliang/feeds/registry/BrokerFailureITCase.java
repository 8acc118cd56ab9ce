package city.xueliang.feeds.registry;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerFailureITCase {
  @TempDir private Path folder;

  @Test
  void missingTopicsAreTold() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
      String address = kafka.bootstrapServers();
      CommandRun run =
          CommandRun.english(new WrittenFiles(folder).withCity(), "--bootstrap", address);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .isEqualToIgnoringNewLines(
              "Kafka at %s has no topic places or no topic devices; create them first"
                  .formatted(address));
    }
  }

  @Test
  void aBrokerThatDoesNotAnswerIsToldWithinTenSeconds() throws IOException {
    String address = "127.0.0.1:" + freePort();
    long start = System.nanoTime();
    CommandRun run =
        CommandRun.english(new WrittenFiles(folder).withCity(), "--bootstrap", address);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("no Kafka answers at " + address).hasLineCount(1);
  }

  @Test
  void anAddressThatCannotBeIsTold() {
    CommandRun run =
        CommandRun.english(new WrittenFiles(folder).withCity(), "--bootstrap", "nowhere");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("Kafka at nowhere did not take the registry: Invalid url")
        .hasLineCount(1);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

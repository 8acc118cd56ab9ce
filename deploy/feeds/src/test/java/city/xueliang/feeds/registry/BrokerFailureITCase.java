package city.xueliang.feeds.registry;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
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
              "the Kafka at %s has no topic devices, places; create it or start the local city first"
                  .formatted(address));
    }
  }

  @Test
  void aBrokerThatDoesNotAnswerIsToldInASentence() throws IOException {
    String address = "127.0.0.1:" + freePort();
    CommandRun run =
        CommandRun.english(new WrittenFiles(folder).withCity(), "--bootstrap", address);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("no Kafka answers at " + address).hasLineCount(1);
  }

  @Test
  void anAddressThatCannotBeIsTold() {
    CommandRun run =
        CommandRun.english(new WrittenFiles(folder).withCity(), "--bootstrap", "nowhere");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("\"nowhere\" is no Kafka address that can be used")
        .hasLineCount(1);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

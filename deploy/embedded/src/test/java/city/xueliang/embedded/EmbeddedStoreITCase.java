package city.xueliang.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreITCase {
  private static final String CREATE_COVERAGE =
      """
      CREATE TABLE IF NOT EXISTS coverage
        (place SYMBOL, expected LONG, percent DOUBLE, timestamp TIMESTAMP)
        TIMESTAMP(timestamp) PARTITION BY DAY TTL 7 DAYS WAL
        DEDUP UPSERT KEYS(timestamp, place)
      """;
  private static final String NOON = " 1795262400000\n";

  @TempDir Path folder;

  @Test
  void aPointThatIsSentAgainReplacesTheRow() throws Exception {
    try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
      store.execute(CREATE_COVERAGE);
      LineProtocol.write(store, "coverage,place=630105 expected=40i,percent=97.5" + NOON);
      LineProtocol.write(store, "coverage,place=630105 expected=41i,percent=98.5" + NOON);

      await()
          .untilAsserted(
              () ->
                  assertThat(store.query("SELECT * FROM coverage"))
                      .containsExactly(
                          Map.of(
                              "place",
                              "630105",
                              "expected",
                              41L,
                              "percent",
                              98.5,
                              "timestamp",
                              "2026-11-21T12:00:00.000000Z")));
    }
  }

  @Test
  void takesABatchLargerThanItsBuffers() throws Exception {
    try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
      store.execute(CREATE_COVERAGE);
      StringBuilder batch = new StringBuilder();
      for (int place = 0; place < 20_000; place++) {
        batch.append("coverage,place=").append(place).append(" expected=1i,percent=1.0");
        batch.append(NOON);
      }
      LineProtocol.write(store, batch.toString());

      await()
          .untilAsserted(
              () ->
                  assertThat(store.query("SELECT count() AS places FROM coverage"))
                      .isEqualTo(List.of(Map.of("places", 20_000L))));
    }
  }

  @Test
  void aRestartOnTheSamePortKeepsTheRows() {
    int port;
    try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
      port = URI.create(store.url()).getPort();
      store.execute(CREATE_COVERAGE);
      store.execute("INSERT INTO coverage VALUES ('630105', 40, 97.5, '2026-11-21T12:00:00Z')");
    }
    try (EmbeddedStore store = EmbeddedStore.start(folder, port)) {
      await()
          .untilAsserted(
              () ->
                  assertThat(store.query("SELECT place FROM coverage"))
                      .containsExactly(Map.of("place", "630105")));
    }
  }

  @Test
  void aMissingValueIsNull() {
    try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
      assertThat(store.query("SELECT cast(null AS DOUBLE) AS mean").get(0))
          .containsEntry("mean", null);
    }
  }

  @Test
  void aRefusedStatementIsNamedWithTheReason() {
    try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
      assertThatThrownBy(() -> store.query("SELECT * FROM coverige"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("table does not exist")
          .hasMessageContaining("position 14")
          .hasMessageContaining("SELECT * FROM coverige");
    }
  }

  @Test
  void aTakenPortIsNamedWithTheWayOut() throws Exception {
    try (ServerSocket other =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      assertThatThrownBy(() -> EmbeddedStore.start(folder, other.getLocalPort()))
          .isInstanceOf(PortInUseException.class)
          .hasMessageContaining("store")
          .hasMessageContaining("127.0.0.1:" + other.getLocalPort())
          .hasMessageContaining("choose another port");
    }
  }

  @Test
  void aFolderThatAnotherStoreUsesIsNamed() {
    try (EmbeddedStore first = EmbeddedStore.start(folder, 0)) {
      assertThat(first.url()).startsWith("http://127.0.0.1:");
      assertThatThrownBy(() -> EmbeddedStore.start(folder, 0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("choose another folder");
    }
  }

  @Test
  void isReachedOverLoopbackOnly() {
    try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
      assertThat(ListeningSockets.ofThisProcess())
          .anyMatch(socket -> store.url().endsWith(":" + socket.getPort()))
          .allMatch(socket -> socket.getAddress().isLoopbackAddress());
    }
  }

  @Test
  void printsNothingOnTheConsole() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream screen = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(screen);
    System.setErr(screen);
    try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
      store.execute(CREATE_COVERAGE);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void noThreadOutlivesIt() {
    Set<Thread> before = Threads.nonDaemon();
    EmbeddedStore.start(folder, 0).close();

    assertThat(Threads.nonDaemon()).isSubsetOf(before);
  }
}

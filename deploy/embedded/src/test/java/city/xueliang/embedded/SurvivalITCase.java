package city.xueliang.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after a {@code kill -9} in the midst of writing. */
class SurvivalITCase {
  @TempDir Path folder;

  @Test
  void theBrokerKeepsEveryAcknowledgedRecordInOrder() throws Exception {
    int last;
    try (ChildJvm child = new ChildJvm(ChildBroker.class, folder)) {
      last = child.killAfter(20_000);
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      assertThat(Records.read(kafka))
          .startsWith(
              IntStream.rangeClosed(0, last).mapToObj(Integer::toString).toArray(String[]::new));
    }
  }

  @Test
  void theBrokerTakesRecordsAgain() throws Exception {
    try (ChildJvm child = new ChildJvm(ChildBroker.class, folder)) {
      child.killAfter(0);
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      Records.write(kafka, "after");

      assertThat(Records.read(kafka)).endsWith("after");
    }
  }

  @Test
  void theStoreKeepsEveryAcknowledgedRow() throws Exception {
    int last;
    try (ChildJvm child = new ChildJvm(ChildStore.class, folder)) {
      last = child.killAfter(50 * ChildStore.BATCH);
    }
    try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          store.query(
                              "SELECT count() AS numbers, sum(number) AS sum FROM readings WHERE number <= "
                                  + last))
                      .isEqualTo(
                          List.of(Map.of("numbers", last + 1L, "sum", last * (last + 1L) / 2))));
    }
  }

  @Test
  void theStoreTakesRowsAgain() throws Exception {
    try (ChildJvm child = new ChildJvm(ChildStore.class, folder)) {
      child.killAfter(0);
    }
    try (EmbeddedStore store = EmbeddedStore.start(folder, 0)) {
      LineProtocol.write(store, "readings,place=after number=1i 1795233600000\n");

      await()
          .untilAsserted(
              () ->
                  assertThat(store.query("SELECT number FROM readings WHERE place = 'after'"))
                      .containsExactly(Map.of("number", 1L)));
    }
  }
}

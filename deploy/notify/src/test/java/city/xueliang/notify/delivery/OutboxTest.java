package city.xueliang.notify.delivery;

import static city.xueliang.notify.TestingAlert.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.notify.channel.Outcome;
import city.xueliang.notify.channel.Outcome.Verdict;
import city.xueliang.notify.channel.TestingMessage;
import city.xueliang.notify.happening.Happening;
import city.xueliang.notify.message.Message;
import city.xueliang.notify.message.Message.Kind;
import city.xueliang.notify.message.Summary;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final Outcome TAKEN = outcome(Verdict.TAKEN);
  private static final Outcome BUSY = outcome(Verdict.TRY_AGAIN);
  private static final Outcome REFUSED = outcome(Verdict.REFUSED);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final Queue<Outcome> answers = new ConcurrentLinkedQueue<>();
  private final List<Message> attempts = new CopyOnWriteArrayList<>();
  private final Figures figures = new Figures();
  private final Outbox outbox =
      new Outbox(
          new Delivery("duty", 3, Duration.ofSeconds(10), Duration.ofHours(1)),
          message -> {
            attempts.add(message);
            Outcome answer = answers.poll();
            return answer == null ? TAKEN : answer;
          },
          new Backoff(new Random(1)),
          () -> new Summary(Locale.ENGLISH, ZoneOffset.UTC),
          now::get,
          figures);

  @AfterEach
  void close() {
    outbox.close();
  }

  @Test
  void sendsInOrderAndFinishesWhatWasTaken() {
    add(0, 10, "a");
    add(1, 4, "b");
    settle();
    assertThat(keys()).containsExactly("a-1", "b-1");
    assertThat(outbox.progress()).isEqualTo(Map.of(0, 11L, 1, 5L));
    assertThat(figures.sent()).isEqualTo(2);
  }

  @Test
  void aRecordWithNothingToTellIsFinishedAtOnce() {
    outbox.add(0, 7, Optional.empty());
    outbox.step();
    assertThat(outbox.progress()).isEqualTo(Map.of(0, 8L));
  }

  @Test
  void whatFailedIsTriedAgainLaterAndNotFinishedUntilThen() {
    answers.add(BUSY);
    add(0, 1, "a");
    add(0, 2, "b");
    settle();
    assertThat(keys()).containsExactly("a-1");
    assertThat(outbox.progress()).isEmpty();
    pass(Duration.ofMillis(400));
    assertThat(keys()).containsExactly("a-1");
    pass(Duration.ofMillis(700));
    assertThat(keys()).containsExactly("a-1", "a-1", "b-1");
    assertThat(figures.retried()).isEqualTo(1);
    assertThat(outbox.progress()).isEqualTo(Map.of(0, 3L));
  }

  @Test
  void aReceiverIsLeftAloneForAsLongAsItAsks() {
    answers.add(new Outcome(Verdict.TRY_AGAIN, "busy", Optional.of(Duration.ofSeconds(90))));
    add(0, 1, "a");
    settle();
    pass(Duration.ofSeconds(89));
    assertThat(attempts).hasSize(1);
    pass(Duration.ofSeconds(2));
    assertThat(attempts).hasSize(2);
  }

  @Test
  void whatIsRefusedIsPutAsideAndTheNextGoesOn() {
    answers.add(REFUSED);
    add(0, 1, "a");
    add(0, 2, "b");
    settle();
    assertThat(keys()).containsExactly("a-1", "b-1");
    assertThat(figures.putAside()).isEqualTo(1);
    assertThat(outbox.progress()).isEqualTo(Map.of(0, 3L));
  }

  @Test
  void whatFailsForTooLongIsPutAside() {
    for (int i = 0; i < 200; i++) {
      answers.add(BUSY);
    }
    add(0, 1, "a");
    settle();
    for (int minute = 0; minute < 62; minute++) {
      pass(Duration.ofMinutes(1));
    }
    assertThat(figures.putAside()).isEqualTo(1);
    assertThat(outbox.progress()).isEqualTo(Map.of(0, 2L));
    assertThat(attempts).hasSizeBetween(55, 70);
  }

  @Test
  void aChannelThatCameBackIsTriedEvenIfNothingMayBeRetried() {
    answers.add(BUSY);
    answers.add(TAKEN);
    Outbox impatient =
        new Outbox(
            new Delivery("duty", 3, Duration.ofSeconds(10), Duration.ZERO),
            message -> answers.remove(),
            new Backoff(new Random(1)),
            () -> new Summary(Locale.ENGLISH, ZoneOffset.UTC),
            now::get,
            figures);
    impatient.add(0, 1, Optional.of(message("a")));
    settle(impatient);
    assertThat(figures.putAside()).isEqualTo(1);
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    impatient.add(0, 2, Optional.of(message("b")));
    settle(impatient);
    assertThat(figures.sent()).isEqualTo(1);
    impatient.close();
  }

  @Test
  void whatExceedsTheLimitIsToldInOneMessageWhenTheLimitAllows() {
    for (int i = 0; i < 40; i++) {
      add(0, i, "alert" + i);
    }
    settle();
    assertThat(keys()).containsExactly("alert0-1", "alert1-1", "alert2-1");
    // Nothing of the summary is finished before it is sent.
    assertThat(outbox.progress()).isEqualTo(Map.of(0, 3L));
    assertThat(figures.limited()).isEqualTo(37);
    pass(Duration.ofSeconds(61));
    assertThat(attempts).hasSize(4);
    assertThat(attempts.get(3).kind()).isEqualTo(Kind.SUMMARY);
    assertThat(attempts.get(3).title()).contains("37 messages").contains("37 🔴 RED");
    assertThat(outbox.progress()).isEqualTo(Map.of(0, 40L));
  }

  @Test
  void anEndlessDeadChannelKeepsNoMoreThanItsRoom() {
    answers.add(BUSY);
    int offset = 0;
    while (outbox.hasRoom()) {
      add(0, offset++, "alert" + offset);
    }
    settle();
    assertThat(outbox.hasRoom()).isFalse();
    assertThat(offset).isEqualTo(100);
  }

  @Test
  void afterAMistakeInOneMessageTheNextGoesOn() {
    Outbox broken =
        new Outbox(
            new Delivery("duty", 3, Duration.ofSeconds(10), Duration.ofHours(1)),
            message -> {
              throw new IllegalStateException("of ours");
            },
            new Backoff(new Random(1)),
            () -> new Summary(Locale.ENGLISH, ZoneOffset.UTC),
            now::get,
            figures);
    broken.add(0, 1, Optional.of(message("a")));
    settle(broken);
    assertThat(figures.putAside()).isEqualTo(1);
    broken.close();
  }

  private void add(int partition, long offset, String id) {
    outbox.add(partition, offset, Optional.of(message(id)));
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
    settle();
  }

  private void settle() {
    settle(outbox);
  }

  private static void settle(Outbox outbox) {
    await()
        .pollInterval(Duration.ofMillis(2))
        .until(
            () -> {
              outbox.step();
              return !outbox.isSending();
            });
  }

  private List<String> keys() {
    return attempts.stream().map(Message::key).toList();
  }

  private static Message message(String id) {
    return TestingMessage.of(opened(id), Happening.OPENED);
  }

  private static Outcome outcome(Verdict verdict) {
    return new Outcome(verdict, verdict.name(), Optional.empty());
  }
}

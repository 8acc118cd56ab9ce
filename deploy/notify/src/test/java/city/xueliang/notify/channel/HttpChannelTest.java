package city.xueliang.notify.channel;

import static city.xueliang.notify.TestingAlert.opened;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.rule.Colour;
import city.xueliang.notify.channel.FakeServer.Answer;
import city.xueliang.notify.channel.Outcome.Verdict;
import city.xueliang.notify.config.ChannelConfig;
import city.xueliang.notify.config.Filter;
import city.xueliang.notify.config.Secret;
import city.xueliang.notify.config.Target;
import city.xueliang.notify.config.Target.HttpKind;
import city.xueliang.notify.happening.Happening;
import city.xueliang.notify.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpChannelTest {
  private static final String TOKEN = "token-0123456789";
  private static final Message MESSAGE = TestingMessage.of(opened(), Happening.OPENED);

  private final FakeServer server = new FakeServer(request -> Answer.of(200, ""));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void eachAttemptCarriesTheSameKey() throws Exception {
    send();
    send();
    assertThat(server.keys())
        .containsExactly(
            "0123456789abcdef0123456789abcdef-1", "0123456789abcdef0123456789abcdef-1");
    assertThat(server.requests().get(0).signature()).startsWith("t=1795287600,v1=");
  }

  @ParameterizedTest
  @CsvSource({
    "200,TAKEN",
    "204,TAKEN",
    "302,REFUSED",
    "400,REFUSED",
    "401,REFUSED",
    "404,REFUSED",
    "408,TRY_AGAIN",
    "429,TRY_AGAIN",
    "500,TRY_AGAIN",
    "503,TRY_AGAIN"
  })
  void theStatusSaysWhetherAnotherAttemptIsWorthIt(int status, Verdict verdict) throws Exception {
    server.answer(request -> Answer.of(status, ""));
    assertThat(send().verdict()).isEqualTo(verdict);
  }

  @Test
  void retryAfterIsReadAsSecondsAndAsADate() throws Exception {
    server.answer(request -> new Answer(429, "", Map.of("Retry-After", "7")));
    assertThat(send().retryAfter()).contains(Duration.ofSeconds(7));
    server.answer(
        request -> new Answer(503, "", Map.of("Retry-After", "Sat, 21 Nov 2026 19:00:30 GMT")));
    assertThat(send().retryAfter()).contains(Duration.ofSeconds(30));
  }

  @Test
  void aServerThatIsNotThereIsWorthAnotherAttempt() throws Exception {
    server.close();
    assertThat(send().verdict()).isEqualTo(Verdict.TRY_AGAIN);
  }

  @Test
  void aServerThatDoesNotAnswerIsWorthAnotherAttempt() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    server.answer(
        request -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Answer.of(200, "");
        });
    assertThat(send().verdict()).isEqualTo(Verdict.TRY_AGAIN);
    never.countDown();
  }

  @Test
  void whatAServerRepeatsOfASecretIsNotShown() throws Exception {
    server.answer(request -> Answer.of(400, "no such key: " + TOKEN + "\n forged line"));
    assertThat(send().reason()).isEqualTo("status 400: no such key: *** forged line");
  }

  private Outcome send() throws InterruptedException {
    ChannelConfig config =
        new ChannelConfig(
            "hook",
            Locale.ENGLISH,
            new Target.Http(
                HttpKind.WEBHOOK,
                new Secret(server.url("/alerts?key=" + TOKEN)),
                Optional.of(new Secret("hook-secret"))),
            new Filter(Colour.BLUE, Set.of(), List.of(), Happening.TOLD_BY_DEFAULT),
            10,
            Duration.ofSeconds(2),
            Duration.ofHours(1));
    return Channels.open(config, TestingMessage.CLOCK).send(MESSAGE);
  }
}

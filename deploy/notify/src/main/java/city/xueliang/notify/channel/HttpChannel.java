package city.xueliang.notify.channel;

import city.xueliang.notify.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * POSTs messages. Every request carries {@code Idempotency-Key}, the same whenever the message is
 * sent again. Statuses 408, 429 and 5xx, broken connections and timeouts are worth another attempt;
 * redirects are not followed, for they would carry the message to where nobody configured.
 */
final class HttpChannel implements Channel {
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;

  /** Nobody needs more of an answer. */
  private static final int LONGEST_ANSWER = 64 << 10;

  private final HttpForm form;
  private final Duration timeout;
  private final Clock clock;
  private final HttpClient client;

  HttpChannel(HttpForm form, Duration timeout, Clock clock) {
    this.form = form;
    this.timeout = timeout;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  @Override
  public Outcome send(Message message) throws InterruptedException {
    HttpForm.Post post = form.post(message, clock.instant());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(post.uri())
            .timeout(timeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "xueliang-notify")
            .header("Idempotency-Key", message.key())
            .POST(BodyPublishers.ofString(post.body(), StandardCharsets.UTF_8));
    post.headers().forEach(request::header);
    try {
      HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        String text = new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        return judge(answer, text);
      }
    } catch (IOException e) {
      return Outcome.tryAgain(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private Outcome judge(HttpResponse<?> answer, String body) {
    int status = answer.statusCode();
    if (status == REQUEST_TIMEOUT || status == TOO_MANY || status >= SERVER_ERRORS) {
      return Outcome.tryAgain("status " + status).after(retryAfter(answer));
    }
    return form.judge(status, body);
  }

  /** Seconds or a date, as RFC 9110 allows. */
  private Optional<Duration> retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .flatMap(
            text -> {
              try {
                return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(text.strip()))));
              } catch (NumberFormatException e) {
                return untilDate(text.strip());
              }
            });
  }

  private Optional<Duration> untilDate(String text) {
    try {
      ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), date.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

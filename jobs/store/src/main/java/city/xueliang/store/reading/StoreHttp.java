package city.xueliang.store.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a question to a store; its answer is JSON, one document or several after each other. */
final class StoreHttp {
  static final ObjectMapper JSON = JsonMapper.builder().build();

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int LONGEST_WORDS = 500;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String url;

  StoreHttp(String url) {
    this.url = url;
  }

  /** The documents of an answer that has status 200. */
  List<JsonNode> ask(HttpRequest request) {
    HttpResponse<byte[]> answer = send(request);
    if (answer.statusCode() != OK) {
      throw new StoreReadException(
          url, "answered with status %d: %s".formatted(answer.statusCode(), words(answer.body())));
    }
    try (var documents = JSON.readerFor(JsonNode.class).<JsonNode>readValues(answer.body())) {
      List<JsonNode> all = documents.readAll();
      if (all.isEmpty()) {
        throw new StoreReadException(url, "broke its answer off: it is empty");
      }
      return all;
    } catch (IOException e) {
      throw new StoreReadException(url, "broke its answer off: " + reason(e), e);
    }
  }

  /** An answer that says by itself that it is none. */
  StoreReadException refused(String words) {
    return new StoreReadException(url, "refused: " + words);
  }

  StoreReadException cut() {
    return new StoreReadException(url, "answered with a part only");
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    // A request's own timeout ends with the first bytes of the answer.
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new StoreReadException(url, "does not answer: " + reason(e.getCause()), e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new StoreReadException(
          url, "did not answer within %d s".formatted(PATIENCE.toSeconds()), e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new StoreReadException(url, "was not waited for: interrupted", e);
    }
  }

  /** The store's own words, without the question. */
  private static String words(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      String error = JSON.readTree(text).path("error").asText();
      text = error.isEmpty() ? text : error;
    } catch (JsonProcessingException e) {
      // Then it is no JSON, but words nevertheless.
      return shortened(text);
    }
    return shortened(text);
  }

  private static String shortened(String text) {
    return text.strip().substring(0, Math.min(text.strip().length(), LONGEST_WORDS));
  }

  private static String reason(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}

package city.xueliang.console;

import city.xueliang.console.act.ActionRoutes;
import city.xueliang.console.act.SilenceRoutes;
import city.xueliang.console.audit.AuditLog;
import city.xueliang.console.http.Requests;
import city.xueliang.console.limit.Limits;
import city.xueliang.console.live.LiveCity;
import city.xueliang.console.send.TopicWriter;
import city.xueliang.console.signin.AccessSettings;
import city.xueliang.console.signin.FrontDoor;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * A server with what guards the routes, those of actions and silences, and some that show what they
 * were let through as.
 */
public final class TestingDoor implements AutoCloseable {
  public static final int OK = 200;

  private final LiveCity city = new LiveCity(Clock.systemUTC());
  private final CompletableFuture<Void> streamsEnd = new CompletableFuture<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final TopicWriter writer;
  private final FrontDoor door;
  private final Javalin javalin;
  private volatile BooleanSupplier signedIn;

  private TestingDoor(String bootstrap, AccessSettings settings, Limits limits) {
    writer = new TopicWriter(bootstrap);
    AuditLog audit = new AuditLog(writer, Clock.systemUTC());
    door = new FrontDoor(settings, limits, Clock.systemUTC());
    javalin = Javalin.create(config -> configure(config, audit)).start();
  }

  /** Starts at a free port of 127.0.0.1. */
  public static TestingDoor start(String bootstrap, AccessSettings settings, Limits limits) {
    return new TestingDoor(bootstrap, settings, limits);
  }

  private void configure(JavalinConfig config, AuditLog audit) {
    config.startup.showJavalinBanner = false;
    door.listen(config, "127.0.0.1", 0);
    door.guard(config.routes, "127.0.0.1", city::places, ZoneId.of("Asia/Shanghai"), audit);
    new ActionRoutes(city, writer, audit, Clock.systemUTC(), new SecureRandom()).add(config.routes);
    new SilenceRoutes(city, writer, audit, Clock.systemUTC()).add(config.routes);
    config.routes.get("/ready", request -> request.result("ready"));
    config.routes.get("/page", request -> request.html("<p>"));
    config.routes.get("/api/openapi.yaml", request -> request.result("openapi"));
    config.routes.get("/api/watched", request -> signedIn = Requests.signedIn(request));
    config.routes.get(
        "/api/broken",
        request -> {
          throw new IllegalStateException("password=secret");
        });
    config.routes.get("/api/stream", request -> request.future(() -> streamsEnd));
  }

  public LiveCity city() {
    return city;
  }

  /** Whether the seat that last asked for /api/watched is still signed in. */
  public boolean isStillSignedIn() {
    return signedIn.getAsBoolean();
  }

  /** Ends the event streams that are open. */
  public void endStreams() {
    streamsEnd.complete(null);
  }

  public int port() {
    return javalin.port();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + javalin.port() + path);
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(path, request -> withHeaders(request, headers));
  }

  public HttpResponse<String> post(String path, String json, String... headers) {
    return send(
        path,
        request ->
            withHeaders(request.header("Content-Type", "application/json"), headers)
                .POST(BodyPublishers.ofString(json)));
  }

  /** Sends a request as it is made. */
  public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> making) {
    try {
      return client.send(
          making.apply(HttpRequest.newBuilder(uri(path))).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  @Override
  public void close() {
    javalin.stop();
    door.close();
    writer.close();
  }
}

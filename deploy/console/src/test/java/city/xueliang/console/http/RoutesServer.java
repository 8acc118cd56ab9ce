package city.xueliang.console.http;

import city.xueliang.console.access.SeatView;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Some routes on a real server, asked by one seat; refusals tell their reason and arguments. */
public final class RoutesServer implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Javalin javalin;

  /**
   * @param view of the seat that asks; null for nobody
   */
  public RoutesServer(Supplier<SeatView> view, Consumer<RoutesConfig> routes) {
    javalin =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.jetty.host = "127.0.0.1";
                  config.routes.before(
                      request -> {
                        if (view.get() != null) {
                          Requests.put(request, view.get());
                        }
                      });
                  config.routes.exception(
                      ApiException.class,
                      (refusal, request) ->
                          request
                              .status(refusal.reason().status())
                              .json(
                                  Map.of(
                                      "reason",
                                      refusal.reason(),
                                      "arguments",
                                      refusal.arguments())));
                  routes.accept(config.routes);
                })
            .start(0);
  }

  /** An answer to GET, in this language. */
  public HttpResponse<byte[]> get(String path, String language) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + javalin.port() + path))
            .header("Accept-Language", language)
            .build();
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<byte[]> get(String path) {
    return get(path, "zh");
  }

  @Override
  public void close() {
    javalin.stop();
  }
}

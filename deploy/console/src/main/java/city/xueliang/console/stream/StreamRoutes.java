package city.xueliang.console.stream;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.console.http.Requests;
import city.xueliang.console.live.LiveCity;
import city.xueliang.console.live.LiveRoutes;
import city.xueliang.console.live.StateId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The stream of changes. */
public final class StreamRoutes {
  /** A usual frame fits: what is longer is written in pieces of this size. */
  private static final int BUFFER_BYTES = 8_192;

  private final LiveCity city;
  private final StreamHub hub;
  private final Function<Context, BooleanSupplier> sessions;

  /**
   * The route.
   *
   * @param sessions says of a request what tells, from then on and at any time, whether its session
   *     is still valid; must not keep the request
   */
  public StreamRoutes(LiveCity city, StreamHub hub, Function<Context, BooleanSupplier> sessions) {
    this.city = city;
    this.hub = hub;
    this.sessions = sessions;
  }

  public void add(RoutesConfig routes) {
    routes.get("/api/stream", this::stream);
  }

  private void stream(Context request) {
    LiveRoutes.view(request, city);
    SeatView view = Requests.view(request);
    String metricsOf = request.queryParam("metrics");
    if (metricsOf != null && !view.sees(metricsOf)) {
      throw new ApiException(Reason.NOT_FOUND, metricsOf);
    }
    // A browser that comes back asks with the address of its first time, whose id is older.
    String last =
        Optional.ofNullable(request.header("Last-Event-ID")).orElse(request.queryParam("after"));
    BooleanSupplier isValid = sessions.apply(request);
    request.contentType("text/event-stream; charset=utf-8");
    request.header("Cache-Control", "no-store");
    request.header("X-Accel-Buffering", "no");
    request.res().setBufferSize(BUFFER_BYTES);
    request.future(() -> follow(request, view, metricsOf, isValid, last));
  }

  private CompletableFuture<Void> follow(
      Context request, SeatView view, String metricsOf, BooleanSupplier isValid, String last) {
    try {
      request.req().getAsyncContext().setTimeout(0);
      ServletOutputStream out = request.res().getOutputStream();
      StreamClient client = new StreamClient(view.seat(), metricsOf, isValid, out);
      out.setWriteListener(client);
      Optional<StateId> after =
          Optional.ofNullable(last).map(id -> StateId.read(id).orElse(StateId.OF_NO_CITY));
      hub.add(client, after);
      return client.ended();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package city.xueliang.console;

import city.xueliang.console.http.ServedFile;
import city.xueliang.console.live.LiveCity;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What the server tells of itself. */
final class ServerRoutes {
  private final LiveCity city;
  private final ServedFile document = document();

  ServerRoutes(LiveCity city) {
    this.city = city;
  }

  void add(JavalinDefaultRoutingApi routes) {
    routes.get("/ready", this::ready);
    routes.get("/api/openapi.yaml", request -> document.send(request, "no-cache"));
  }

  private void ready(Context request) {
    if (city.isReady()) {
      request.result("ready");
    } else {
      request.status(HttpStatus.SERVICE_UNAVAILABLE).result("not ready");
    }
  }

  private static ServedFile document() {
    try (InputStream file = ServerRoutes.class.getResourceAsStream("openapi.yaml")) {
      return new ServedFile("application/yaml", file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

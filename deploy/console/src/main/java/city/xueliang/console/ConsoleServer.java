package city.xueliang.console;

import city.xueliang.console.page.PageRoutes;
import io.javalin.Javalin;
import java.nio.file.Path;
import java.util.Optional;

/** The console's server, running. */
public final class ConsoleServer implements AutoCloseable {
  /** System property: folder from which the page's files are read anew each time they are asked. */
  private static final String PAGE_FOLDER = "xueliang.console.page";

  private final Javalin javalin;

  private ConsoleServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /** Starts and returns when the port answers. */
  public static ConsoleServer start(int port) {
    Path page = Optional.ofNullable(System.getProperty(PAGE_FOLDER)).map(Path::of).orElse(null);
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              config.routes.get("/ready", request -> request.result("ready"));
              new PageRoutes(page).add(config.routes);
            });
    return new ConsoleServer(javalin.start(port));
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}

package city.xueliang.console;

import io.javalin.Javalin;

/** The console's server, running. */
public final class ConsoleServer implements AutoCloseable {
  private final Javalin javalin;

  private ConsoleServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /** Starts and returns when the port answers. */
  public static ConsoleServer start(int port) {
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              config.routes.get("/ready", request -> request.result("ready"));
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

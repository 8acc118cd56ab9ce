package city.xueliang.console.stream;

import city.xueliang.console.access.Role;
import city.xueliang.console.access.Seat;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.Requests;
import city.xueliang.console.live.CityReader;
import city.xueliang.console.live.LiveCity;
import city.xueliang.console.live.LiveRoutes;
import io.javalin.Javalin;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server with the live routes only. Who asks says itself what it sees, in the header {@code
 * places}.
 */
final class TestingConsole implements AutoCloseable {
  static final String PLACES = "places";

  private final LiveCity city;
  private final CityReader reader;
  private final StreamHub hub;
  private final Javalin javalin;
  private final Set<String> endedSessions = ConcurrentHashMap.newKeySet();

  private TestingConsole(String bootstrap) {
    this.city = new LiveCity(Clock.systemUTC());
    this.reader = CityReader.start(bootstrap, city);
    this.hub = StreamHub.start(city, Clock.systemUTC());
    this.javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              config.routes.before(
                  request -> {
                    String places = request.header(PLACES);
                    Seat seat = new Seat(places + "-test-01", Role.DISPATCHER, Set.of(places));
                    Requests.put(request, new SeatView(seat, city.places()));
                  });
              config.routes.exception(
                  ApiException.class,
                  (refused, request) -> request.status(refused.reason().status()));
              config.routes.exception(
                  Exception.class,
                  (failure, request) -> request.status(500).result(failure.toString()));
              new LiveRoutes(city, Clock.systemUTC()).add(config.routes);
              new StreamRoutes(
                      city,
                      hub,
                      request -> {
                        String places = request.header(PLACES);
                        return () -> !endedSessions.contains(places);
                      })
                  .add(config.routes);
            });
    javalin.start(0);
  }

  static TestingConsole start(String bootstrap) {
    return new TestingConsole(bootstrap);
  }

  LiveCity city() {
    return city;
  }

  StreamHub hub() {
    return hub;
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + javalin.port() + path);
  }

  void endSessionsOf(String places) {
    endedSessions.add(places);
  }

  @Override
  public void close() {
    hub.close();
    javalin.stop();
    reader.close();
  }
}

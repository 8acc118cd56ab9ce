package city.xueliang.console.coverage;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.Parameters;
import city.xueliang.console.http.Requests;
import city.xueliang.console.live.LiveAlert;
import city.xueliang.console.live.LiveCity;
import city.xueliang.console.store.StoreReading;
import city.xueliang.domain.place.Level;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** The route of blind spots. */
public final class CoverageRoutes {
  private static final int DEFAULT_LIMIT = 100;
  private static final int GREATEST_LIMIT = 500;
  private static final List<Level> LEVELS =
      List.of(Level.DISTRICT, Level.STREET, Level.COMMUNITY, Level.GRID, Level.ZONE);

  private final BlindPlaces places;
  private final LiveCity city;
  private final ZoneId zone;
  private final InstantSource clock;

  /**
   * @param zone of the city, in which it has its hours
   */
  public CoverageRoutes(StoreReading store, LiveCity city, ZoneId zone, InstantSource clock) {
    this.places = new BlindPlaces(store);
    this.city = city;
    this.zone = zone;
    this.clock = clock;
  }

  public void add(JavalinDefaultRoutingApi routes) {
    routes.get("/api/coverage", this::coverage);
  }

  private void coverage(Context request) {
    SeatView view = Requests.view(request);
    Level level = Parameters.choice(request, "level", LEVELS, Level.STREET);
    int limit = Parameters.number(request, "limit", 1, GREATEST_LIMIT, DEFAULT_LIMIT);
    LastHours hours = LastHours.until(clock.instant().toEpochMilli(), zone);
    request.json(
        new BlindSpots(
            places.of(city.coverage(), level, limit, view, hours),
            BlindSegments.of(
                city.devices(),
                city.alerts().stream().map(LiveAlert::alert),
                city.rulebook().all(),
                view,
                hours,
                limit)));
  }
}

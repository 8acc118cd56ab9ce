package city.xueliang.console.places;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.xueliang.console.access.Seat;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.city.CityPlaces;
import city.xueliang.console.drawing.Drawing;
import city.xueliang.console.drawing.Drawings;
import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.console.http.Requests;
import city.xueliang.console.http.ServedFile;
import city.xueliang.console.live.LiveCity;
import city.xueliang.console.live.LiveRoutes;
import city.xueliang.domain.place.Place;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which places there are, and how they are drawn; asked for again, neither is sent again. */
public final class PlaceRoutes {
  private static final String JSON = "application/json";
  private static final String ASKED_AGAIN = "private, no-cache";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LiveCity city;
  private volatile Kept kept = new Kept(CityPlaces.NONE, Map.of(), Map.of());

  /**
   * Answers of one state of the registry: all walls ask for the same ones, and at once when the
   * server comes back.
   *
   * @param drawings by place
   * @param lists by the places of the seats that see them
   */
  private record Kept(
      CityPlaces places, Map<String, ServedFile> drawings, Map<Set<String>, ServedFile> lists) {}

  public PlaceRoutes(LiveCity city) {
    this.city = city;
  }

  public void add(JavalinDefaultRoutingApi routes) {
    routes.get("/api/places", this::places);
    routes.get("/api/map", this::map);
  }

  private void places(Context request) {
    LiveRoutes.view(request, city);
    Seat seat = Requests.view(request).seat();
    Kept now = keptOf(city.places());
    now.lists
        .computeIfAbsent(seat.places(), any -> list(seat, now.places))
        .send(request, ASKED_AGAIN);
  }

  private void map(Context request) {
    LiveRoutes.view(request, city);
    SeatView view = Requests.view(request);
    String code = request.queryParam("place");
    if (code == null) {
      throw new ApiException(Reason.BAD_PARAMETER, "place", "", "630100, 630105, …");
    }
    CityPlaces places = city.places();
    Place place =
        places
            .find(code)
            .filter(found -> view.sees(code))
            .orElseThrow(() -> new ApiException(Reason.NOT_FOUND, code));
    keptOf(places)
        .drawings
        .computeIfAbsent(code, any -> drawing(place, places))
        .send(request, ASKED_AGAIN);
  }

  private Kept keptOf(CityPlaces places) {
    Kept now = kept;
    if (now.places != places) {
      now = new Kept(places, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
      kept = now;
    }
    return now;
  }

  private static ServedFile list(Seat seat, CityPlaces places) {
    byte[] json =
        PlacesJson.of(places.version(), new SeatView(seat, places)).toString().getBytes(UTF_8);
    return new ServedFile(JSON, json);
  }

  private static ServedFile drawing(Place place, CityPlaces places) {
    Drawing drawing = Drawings.of(place, places);
    try {
      return new ServedFile(JSON, MAPPER.writeValueAsBytes(drawing));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

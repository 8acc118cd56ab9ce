package city.xueliang.console.places;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.concurrent.ConcurrentHashMap;

/** Which places there are, and how they are drawn; asked for again, neither is sent again. */
public final class PlaceRoutes {
  private static final String JSON = "application/json";
  private static final String ASKED_AGAIN = "private, no-cache";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LiveCity city;
  private volatile Drawn drawn = new Drawn(CityPlaces.NONE, Map.of());

  /** Drawings by place, of one state of the registry. */
  private record Drawn(CityPlaces places, Map<String, ServedFile> byPlace) {}

  public PlaceRoutes(LiveCity city) {
    this.city = city;
  }

  public void add(JavalinDefaultRoutingApi routes) {
    routes.get("/api/places", this::places);
    routes.get("/api/map", this::map);
  }

  private void places(Context request) {
    LiveRoutes.view(request, city);
    SeatView view = Requests.view(request);
    byte[] json = PlacesJson.of(city.places().version(), view).toString().getBytes(UTF_8);
    new ServedFile(JSON, json).send(request, ASKED_AGAIN);
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
    drawings(places)
        .computeIfAbsent(code, any -> drawing(place, places))
        .send(request, ASKED_AGAIN);
  }

  private Map<String, ServedFile> drawings(CityPlaces places) {
    Drawn kept = drawn;
    if (kept.places != places) {
      kept = new Drawn(places, new ConcurrentHashMap<>());
      drawn = kept;
    }
    return kept.byPlace;
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

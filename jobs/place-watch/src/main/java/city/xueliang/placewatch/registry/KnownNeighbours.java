package city.xueliang.placewatch.registry;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Neighbours;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.PlaceChange.Geometry;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Which grids lie beside each other, as far as the registry was read. For one operator that takes
 * {@code places} broadcast with {@link #STATE}; one instance for each of its tasks.
 */
public final class KnownNeighbours {
  /** The newest entry of each grid, by code. */
  public static final MapStateDescriptor<String, PlaceChange> STATE =
      new MapStateDescriptor<>(
          "grids", Types.STRING, BinaryTypeInfo.of(PlaceChange.class, new PlaceChange.Form()));

  /** Null until this run needs it: broadcast state can be read only while something comes. */
  private Neighbours index;

  /** Takes in a change of the registry; one of a place that is no grid is passed over. */
  public void take(PlaceChange change, BroadcastState<String, PlaceChange> state) throws Exception {
    if (PlaceCodes.levelOf(change.code()) != Level.GRID) {
      return;
    }
    PlaceChange before = state.get(change.code());
    if (before != null && change.position().isBefore(before.position())) {
      return;
    }
    state.put(change.code(), change);
    if (index != null) {
      put(change);
    }
  }

  /** All of them. */
  public Neighbours index(ReadOnlyBroadcastState<String, PlaceChange> state) throws Exception {
    if (index == null) {
      index = new Neighbours(Neighbours.TOLERANCE_METRES);
      for (Map.Entry<String, PlaceChange> grid : state.immutableEntries()) {
        put(grid.getValue());
      }
    }
    return index;
  }

  private void put(PlaceChange grid) {
    Geometry geometry = grid.geometry();
    if (geometry == null) {
      index.remove(grid.code());
    } else {
      index.put(
          new Place(
              grid.code(),
              Level.GRID,
              null,
              "",
              null,
              null,
              geometry.centre(),
              geometry.areaSquareMetres(),
              geometry.outline(),
              List.of(),
              grid.validity()));
    }
  }
}

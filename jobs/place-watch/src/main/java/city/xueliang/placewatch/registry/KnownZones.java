package city.xueliang.placewatch.registry;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.place.ZoneVersions;
import city.xueliang.domain.place.Zones;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.Position;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Which zones each grid belonged to when, as far as the registry was read. For one operator that
 * takes {@code places} broadcast with {@link #STATE}; one instance for each of its tasks.
 */
public final class KnownZones {
  /** Versions of each zone, by code, until the watermark is past them by lateness and slack. */
  public static final MapStateDescriptor<String, Entry> STATE =
      new MapStateDescriptor<>(
          "zones", Types.STRING, BinaryTypeInfo.of(Entry.class, new Entry.Form()));

  /**
   * How much longer than the lateness and slack after its end a version is kept: a minute that it
   * began is open longer, and so is what waits for the end of a minute.
   */
  private static final long KEPT_LONGER_MILLIS = EventTime.CORRECTION_WAIT.toMillis();

  /** Null until this run needs it: broadcast state can be read only while something comes. */
  private Zones index;

  /** What is known of a zone, and where its newest entry stands. */
  public record Entry(Position position, ZoneVersions versions) {

    /** 17 bytes and the versions'. */
    public static final class Form implements BinaryForm<Entry> {
      private final Position.Form positions = new Position.Form();
      private final ZoneVersions.Form versions = new ZoneVersions.Form();

      @Override
      public int version() {
        return 1;
      }

      @Override
      public void write(Entry entry, DataOutput out) throws IOException {
        positions.write(entry.position, out);
        versions.write(entry.versions, out);
      }

      @Override
      public Entry read(DataInput in, int version) throws IOException {
        return new Entry(positions.read(in, version), versions.read(in, version));
      }

      @Override
      public Entry copy(Entry entry) {
        return entry;
      }
    }
  }

  /**
   * Takes in a change of the registry; one of a place that is no zone is passed over.
   *
   * @param watermark that the operator has reached
   */
  public void take(PlaceChange change, BroadcastState<String, Entry> state, long watermark)
      throws Exception {
    if (PlaceCodes.levelOf(change.code()) != Level.ZONE) {
      return;
    }
    Entry before = state.get(change.code());
    if (before != null && change.position().isBefore(before.position())) {
      return;
    }
    ZoneVersions known = before == null ? ZoneVersions.NONE : before.versions();
    long horizon = EventTime.horizon(watermark);
    ZoneVersions next = next(known, change);
    if (horizon > Long.MIN_VALUE) {
      next = next.since(horizon - KEPT_LONGER_MILLIS);
    }
    state.put(change.code(), new Entry(change.position(), next));
    if (index != null) {
      index.put(change.code(), next);
    }
  }

  /** Codes of the zones that held a grid at a time, epoch milliseconds; sorted. */
  public List<String> of(String grid, long time, ReadOnlyBroadcastState<String, Entry> state)
      throws Exception {
    return index(state).of(grid, time);
  }

  /** For a grid, the codes of the zones that hold it by all that is known; sorted. */
  public Function<String, List<String>> now(ReadOnlyBroadcastState<String, Entry> state)
      throws Exception {
    Zones zones = index(state);
    return grid -> zones.of(grid, Long.MAX_VALUE - 1);
  }

  private Zones index(ReadOnlyBroadcastState<String, Entry> state) throws Exception {
    if (index == null) {
      index = new Zones();
      for (Map.Entry<String, Entry> zone : state.immutableEntries()) {
        index.put(zone.getKey(), zone.getValue().versions());
      }
    }
    return index;
  }

  /** A zone whose first entry says from when it is valid held nothing before. */
  private static ZoneVersions next(ZoneVersions known, PlaceChange change) {
    Validity validity = change.validity();
    ZoneVersions next = known;
    if (next.versions().isEmpty() && validity != null && validity.from() != null) {
      next = next.with(List.of(), Long.MIN_VALUE);
    }
    next = next.with(change.grids(), change.from());
    return validity == null || validity.to() == null
        ? next
        : next.with(List.of(), validity.to().toEpochMilli());
  }
}

package city.xueliang.placewatch.watch;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Placements;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.intake.DeviceChange;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;

/**
 * What the registry says of the current key's device. State: its newest entry, also the one that
 * removed it, which tells since when it stands where it stands; and, only if it moved, where it
 * stood before, until the watermark is past that by lateness and slack.
 */
final class DeviceEntry {
  private final ValueState<DeviceChange> newest;
  private final ValueState<Placements> moves;

  DeviceEntry(RuntimeContext context) {
    newest =
        context.getState(
            new ValueStateDescriptor<>(
                "registry-entry", BinaryTypeInfo.of(DeviceChange.class, new DeviceChange.Form())));
    moves =
        context.getState(
            new ValueStateDescriptor<>(
                "device-moves", BinaryTypeInfo.of(Placements.class, new Placements.Form())));
  }

  /** Takes in a change of the registry, unless a newer one came already. */
  void take(DeviceChange change, TimerService timers) throws Exception {
    DeviceChange before = newest.value();
    if (before != null && change.position().isBefore(before.position())) {
      return;
    }
    if (change.device() == null) {
      newest.update(change);
      moves.clear();
      return;
    }
    Placements known = moves.value();
    if (known == null) {
      known =
          before == null || before.device() == null
              ? Placements.NONE
              : Placements.of(before.device());
    }
    Placements next = known.with(change.device(), change.position().publishedAt());
    long since = next.newest().from();
    newest.update(
        new DeviceChange(
            change.deviceId(), change.device().standingSince(since), change.position()));
    if (next.hasFormer()) {
      moves.update(next);
      timers.registerEventTimeTimer(EventTime.expiry(Minutes.endOf(Minutes.startOf(since - 1))));
    } else {
      moves.clear();
    }
  }

  /** Null if the registry has none. */
  Device device() throws Exception {
    DeviceChange change = newest.value();
    return change == null ? null : change.device();
  }

  /** Code of the grid in which the device stood at a time; null if that is not known. */
  String gridAt(Device device, long time) throws Exception {
    if (time >= device.since()) {
      return device.grid();
    }
    Placements known = moves.value();
    return known == null ? null : known.gridAt(time);
  }

  /** Forgets where the device stood until then. */
  void forgetBefore(long horizon) throws Exception {
    Placements known = moves.value();
    if (known == null || horizon == Long.MIN_VALUE) {
      return;
    }
    // A minute is kept until the horizon has passed its end.
    Placements left = known.since(Minutes.startOf(horizon));
    if (left.hasFormer()) {
      moves.update(left);
    } else {
      moves.clear();
    }
  }
}

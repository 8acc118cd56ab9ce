package city.xueliang.console.coverage;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.coverage.BlindSpots.BlindSegment;
import city.xueliang.domain.place.Device;
import city.xueliang.schemas.Alert;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is known of one segment while its alerts are gone through. Mutable. */
final class Outages {
  private final Set<String> dark = new TreeSet<>();
  private final Set<String> grids = new TreeSet<>();
  private final Set<String> alerts = new TreeSet<>();
  private final int[] begun;
  private int devices;
  private long since = Long.MAX_VALUE;

  Outages(int hours) {
    begun = new int[hours];
  }

  void addDevice() {
    devices++;
  }

  void addDark(Device device, Alert alert, SeatView view) {
    dark.add(device.deviceId());
    grids.add(device.grid());
    since = Math.min(since, alert.getFirstOccurredAt().toEpochMilli());
    if (view.sees(alert.getPlace())) {
      alerts.add(alert.getAlertId());
    }
  }

  void begin(int hour) {
    begun[hour]++;
  }

  BlindSegment as(String segment) {
    return new BlindSegment(
        segment,
        devices,
        dark.size(),
        List.copyOf(grids),
        dark.isEmpty() ? null : since,
        List.copyOf(alerts),
        Arrays.stream(begun).boxed().toList());
  }
}

package city.xueliang.feeds.simulate;

import city.xueliang.feeds.simulate.city.DeviceTable;
import java.util.HashSet;
import java.util.Set;

/** Ids of devices that report although nobody registered them. */
final class UnknownDevices {
  private static final int OF_EACH_TYPE = 10;
  private static final int LAST_SERIAL = 999_999;

  private final String[] cameras;
  private final String[] sensors;

  UnknownDevices(DeviceTable devices) {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < devices.size(); i++) {
      known.add(devices.id(i));
    }
    String prefix = devices.id(0).substring(0, 6) + "0001";
    this.cameras = unused(prefix + "1320", known);
    this.sensors = unused(prefix + "1340", known);
  }

  String id(boolean camera, int drawn) {
    return (camera ? cameras : sensors)[drawn % OF_EACH_TYPE];
  }

  private static String[] unused(String prefix, Set<String> known) {
    String[] ids = new String[OF_EACH_TYPE];
    int serial = LAST_SERIAL;
    for (int i = 0; i < OF_EACH_TYPE; i++) {
      do {
        ids[i] = prefix + "%06d".formatted(serial--);
      } while (known.contains(ids[i]));
    }
    return ids;
  }
}

package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Handling.Cause;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that devices have in common.
 *
 * @param key segment, place code or device class
 */
record CauseKey(Cause cause, String key) {
  /** The broader first: of several causes that explain a device the first counts. */
  static final List<Cause> BROADEST_FIRST =
      List.of(Cause.FEED, Cause.STREET, Cause.SEGMENT, Cause.GRID);

  /** All that a device has in common with others, the broadest first. */
  static List<CauseKey> of(Subject device) {
    List<CauseKey> keys = new ArrayList<>(BROADEST_FIRST.size());
    for (Cause cause : BROADEST_FIRST) {
      String key = key(cause, device);
      if (!key.isEmpty()) {
        keys.add(new CauseKey(cause, key));
      }
    }
    return keys;
  }

  static boolean isBroader(Cause one, Cause other) {
    return BROADEST_FIRST.indexOf(one) < BROADEST_FIRST.indexOf(other);
  }

  private static String key(Cause cause, Subject device) {
    return switch (cause) {
      case SEGMENT -> device.segment();
      case GRID -> device.place();
      case STREET -> Extent.STREET.of(device.place());
      case FEED -> device.deviceClass() == null ? "" : device.deviceClass().name();
    };
  }
}

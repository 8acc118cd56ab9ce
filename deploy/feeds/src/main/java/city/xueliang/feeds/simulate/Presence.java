package city.xueliang.feeds.simulate;

import city.xueliang.feeds.simulate.incident.Part;
import city.xueliang.feeds.simulate.incident.Script;

/** Which devices are silent, and which have a part in an incident. */
final class Presence {
  private final long[] silentUntil;
  private final long[] busyUntil;
  private final Part[] shown;

  Presence(int devices) {
    this.silentUntil = new long[devices];
    this.busyUntil = new long[devices];
    this.shown = new Part[devices];
  }

  boolean isSilent(int device, long at) {
    return at < silentUntil[device];
  }

  /** Whether the device is heard and has no part in an incident. */
  boolean isFree(int device, long at) {
    return at >= silentUntil[device] && at >= busyUntil[device];
  }

  void silence(int device, long until) {
    silentUntil[device] = until;
  }

  /** What the device shows of an incident also at its ordinary turn; null: nothing. */
  Part shown(int device, long at) {
    Part part = shown[device];
    return part != null && at < part.to() ? part : null;
  }

  void enter(Script script) {
    long to = script.incident().to().toEpochMilli();
    for (Part part : script.parts()) {
      busyUntil[part.device()] = to;
      if (part.measure().isValued()) {
        shown[part.device()] = part;
      }
    }
    for (int device : script.silenced()) {
      busyUntil[device] = to;
      silentUntil[device] = to;
    }
  }
}

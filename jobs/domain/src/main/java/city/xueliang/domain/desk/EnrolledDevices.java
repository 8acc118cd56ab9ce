package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.state.Sequences;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The devices that are waited for, counted by what they have in common. Mutable. */
final class EnrolledDevices {
  private static final Subject.Form FORM = new Subject.Form();

  private final Map<String, Subject> byId = new HashMap<>();
  private final Map<ClassOfCause, Integer> counts = new HashMap<>();

  private record ClassOfCause(CauseKey cause, ModelClass deviceClass) {}

  void put(Subject device) {
    remove(device.deviceId());
    byId.put(device.deviceId(), device);
    count(device, 1);
  }

  void remove(String deviceId) {
    Subject before = byId.remove(deviceId);
    if (before != null) {
      count(before, -1);
    }
  }

  /** How many of these classes have this in common. */
  int count(CauseKey cause, Collection<ModelClass> classes) {
    int sum = 0;
    for (ModelClass deviceClass : classes) {
      sum += counts.getOrDefault(new ClassOfCause(cause, deviceClass), 0);
    }
    return sum;
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  private void count(Subject device, int more) {
    for (CauseKey cause : CauseKey.of(device)) {
      counts.merge(
          new ClassOfCause(cause, device.deviceClass()),
          more,
          (known, added) -> known + added == 0 ? null : known + added);
    }
  }

  void write(DataOutput out) throws IOException {
    Sequences.write(byId.values(), FORM, out);
  }

  void read(DataInput in, int version) throws IOException {
    Map<String, String> known = new HashMap<>();
    for (Subject device : Sequences.read(FORM, in, version)) {
      put(
          new Subject(
              known.computeIfAbsent(device.place(), text -> text),
              known.computeIfAbsent(device.district(), text -> text),
              device.deviceId(),
              known.computeIfAbsent(device.segment(), text -> text),
              device.deviceClass()));
    }
  }

  void copyFrom(EnrolledDevices other) {
    byId.putAll(other.byId);
    counts.putAll(other.counts);
  }
}

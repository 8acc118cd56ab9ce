package city.xueliang.placewatch.watch;

import city.xueliang.domain.coverage.DeviceContact;
import city.xueliang.domain.coverage.DeviceStatus;
import city.xueliang.domain.coverage.DeviceStatusChange;
import city.xueliang.domain.coverage.Patience;
import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.place.Device;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.flink.time.OneTimer;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;

/**
 * Watches when the current key's device was last heard, and tells when that makes it something else
 * than before.
 *
 * <p>State of a device, from when it is expected until it is retired or removed: its contact, and
 * the time of its one timer. The timer is lazy: a record does not move it; when it fires, it is set
 * anew for the patience that is left.
 */
final class DeviceContacts implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** How often a device that is not heard is looked at: a new rule on absences sets no timers. */
  private static final long LOOK_AGAIN_MILLIS = Duration.ofMinutes(1).toMillis();

  /** A timer that fires so much too late tells that the operator was held up. */
  private static final long HELD_UP_MILLIS = Duration.ofSeconds(2).toMillis();

  private final SilenceClock clock;
  private transient ValueStateDescriptor<DeviceContact> descriptor;
  private transient ValueState<DeviceContact> contact;
  private transient OneTimer timer;

  /** Since when records have been read as they came; what came before may wait to be read. */
  private transient long listeningSince;

  DeviceContacts(SilenceClock clock) {
    this.clock = clock;
  }

  /** Where changes go to, each with the device as it stood there. */
  interface Changes {
    void accept(Device device, DeviceStatusChange change) throws Exception;
  }

  void open(RuntimeContext context) {
    descriptor =
        new ValueStateDescriptor<>(
            "device-contact", BinaryTypeInfo.of(DeviceContact.class, new DeviceContact.Form()));
    contact = context.getState(descriptor);
    timer = new OneTimer(context, "device-contact-timer", clock::register, clock::delete);
    listeningSince = SilenceClock.UNKNOWN;
  }

  /** The state that {@code applyToKeyedState} needs. */
  ValueStateDescriptor<DeviceContact> descriptor() {
    return descriptor;
  }

  /**
   * That the current key's device came to the status that it has, with the time as far as its
   * contact tells it, else now; null if it is not judged yet.
   */
  DeviceStatusChange standing(Device device, long now) throws Exception {
    DeviceContact known = contact.value();
    if (known == null || known.status() == DeviceStatus.NOT_EXPECTED) {
      return null;
    }
    long quietSince =
        switch (known.status()) {
          case SILENT -> known.lastContact();
          case NEVER_REPORTED -> known.expectedSince();
          case NOT_EXPECTED, HEARD, FROZEN, CLOCK_WRONG -> now;
        };
    Patience patience = Patience.withInterval(device.reportIntervalSeconds(), SilenceClock.UNKNOWN);
    return new DeviceStatusChange(
        device.grid(),
        DeviceStatus.NOT_EXPECTED,
        known.status(),
        known.status() == DeviceStatus.SILENT ? known.lastContact() : 0,
        Math.min(now, quietSince + patience.millis() + 1));
  }

  /** Takes in what the registry says of the device from now on; null if it does not hold it. */
  void enter(Device before, Device after, TimerService timers, Changes changes) throws Exception {
    long now = now(timers);
    DeviceContact known = contact.value();
    boolean moves = known != null && (after == null || standsElsewhere(before, after));
    if (moves) {
      tell(before, known, null, at(known, now), changes);
    }
    if (after == null) {
      forget(timers);
    } else if (known != null) {
      if (moves) {
        tell(after, null, known, at(known, now), changes);
      }
      settle(known, known, now, after, timers, changes);
      schedule(after, timers);
    } else if (!after.isRetiredAt(now)) {
      contact.update(DeviceContact.expected(now));
      schedule(after, timers);
    }
  }

  /** Takes in a record that counts, of a device of the registry. */
  void heard(Observation observation, Device device, TimerService timers, Changes changes)
      throws Exception {
    boolean isReplay = clock == SilenceClock.EVENT_TIME;
    long now = now(timers);
    long at = isReplay ? EventTime.of(observation) : now;
    if (device.isRetiredAt(now)) {
      return;
    }
    DeviceContact known = known(at);
    // Two records of a replay may be read at once although a silence lies between them.
    DeviceContact before = isReplay ? caughtUp(known, at, device, changes) : known;
    DeviceContact after = before.heard(observation.measure(), observation.value(), at);
    if (at < before.lastHeard()) {
      contact.update(after);
    } else if (settle(before, after, at, device, timers, changes)) {
      schedule(device, timers);
    }
  }

  /**
   * Takes in that a record came whose times cannot be; the device may be null for an unknown one.
   */
  void mistimed(Device device, TimerService timers, Changes changes) throws Exception {
    long now = now(timers);
    if (device != null && now != SilenceClock.UNKNOWN && !device.isRetiredAt(now)) {
      DeviceContact known = known(now);
      if (settle(known, known.mistimed(now), now, device, timers, changes)) {
        schedule(device, timers);
      }
    }
  }

  /** Looks what became of the device meanwhile, if the timer is the one of this watch. */
  void onTimer(long time, TimeDomain domain, Device device, TimerService timers, Changes changes)
      throws Exception {
    if (!clock.isOf(domain) || !timer.fires(time)) {
      return;
    }
    long now = now(timers);
    if (clock == SilenceClock.PROCESSING_TIME && now - time > HELD_UP_MILLIS) {
      listeningSince = now;
    }
    if (now == SilenceClock.UNKNOWN && time == SilenceClock.FIRST_KNOWN) {
      // The input ended before any record told the time.
      return;
    }
    boolean isFirst = time == SilenceClock.FIRST_KNOWN;
    if (!isFirst || contact.value().expectedSince() == SilenceClock.UNKNOWN) {
      // In a replay the watermark has leapt past this time, but not what comes of it.
      long at = clock == SilenceClock.EVENT_TIME && !isFirst ? time : now;
      DeviceContact known = known(at);
      settle(known, known, at, device, timers, changes);
    }
    schedule(device, timers);
  }

  /** The device's contact; one that is not known yet is expected from now on. */
  private DeviceContact known(long now) throws Exception {
    DeviceContact known = contact.value();
    return known == null ? DeviceContact.expected(now) : known.knownSince(now);
  }

  /** What became of a contact by then, told step by step. */
  private DeviceContact caughtUp(DeviceContact known, long at, Device device, Changes changes)
      throws Exception {
    Patience patience = patience(device);
    DeviceContact current = known;
    for (long due = current.due(patience); due <= at; due = current.due(patience)) {
      DeviceContact next = current.judged(due, patience);
      tell(device, current, next, due, changes);
      current = next;
    }
    return current;
  }

  /** Judges a contact, keeps it, and gives back whether its status changed. */
  private boolean settle(
      DeviceContact before,
      DeviceContact after,
      long now,
      Device device,
      TimerService timers,
      Changes changes)
      throws Exception {
    if (device.isRetiredAt(now)) {
      tell(device, before, null, now, changes);
      forget(timers);
      return false;
    }
    DeviceContact judged =
        now == SilenceClock.UNKNOWN ? after : after.judged(now, patience(device));
    contact.update(judged);
    tell(device, before, judged, now, changes);
    return judged.status() != before.status();
  }

  /** Makes sure that the timer fires no later than the status may change. */
  private void schedule(Device device, TimerService timers) throws Exception {
    DeviceContact known = contact.value();
    if (known == null) {
      return;
    }
    long due =
        known.expectedSince() == SilenceClock.UNKNOWN
            ? SilenceClock.FIRST_KNOWN
            : Math.min(
                Math.min(known.due(patience(device)), lookAgain(known, timers)),
                device.retiredAt());
    timer.fireBy(due, timers);
  }

  private long lookAgain(DeviceContact known, TimerService timers) {
    boolean isQuiet =
        known.status() == DeviceStatus.SILENT || known.status() == DeviceStatus.NEVER_REPORTED;
    return isQuiet && clock == SilenceClock.PROCESSING_TIME
        ? timers.currentProcessingTime() + LOOK_AGAIN_MILLIS
        : Long.MAX_VALUE;
  }

  private void forget(TimerService timers) throws Exception {
    timer.cancel(timers);
    contact.clear();
  }

  private long now(TimerService timers) {
    long now = clock.now(timers);
    if (clock == SilenceClock.PROCESSING_TIME && listeningSince == SilenceClock.UNKNOWN) {
      listeningSince = now;
    }
    return now;
  }

  private Patience patience(Device device) {
    return Patience.withInterval(device.reportIntervalSeconds(), listeningSince);
  }

  private static long at(DeviceContact known, long now) {
    return now == SilenceClock.UNKNOWN ? Math.max(known.lastContact(), known.expectedSince()) : now;
  }

  /** Tells a change of status, if it is one; a contact is null where the device is not expected. */
  private static void tell(
      Device device, DeviceContact before, DeviceContact after, long at, Changes changes)
      throws Exception {
    DeviceStatus from = before == null ? DeviceStatus.NOT_EXPECTED : before.status();
    DeviceStatus to = after == null ? DeviceStatus.NOT_EXPECTED : after.status();
    if (from != to) {
      long silentSince =
          from == DeviceStatus.SILENT
              ? before.lastContact()
              : to == DeviceStatus.SILENT ? after.lastContact() : 0;
      changes.accept(device, new DeviceStatusChange(device.grid(), from, to, silentSince, at));
    }
  }

  private static boolean standsElsewhere(Device before, Device after) {
    return !after.grid().equals(before.grid()) || !after.segment().equals(before.segment());
  }
}

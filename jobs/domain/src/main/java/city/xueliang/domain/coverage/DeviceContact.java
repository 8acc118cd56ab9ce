package city.xueliang.domain.coverage;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * When a device was last heard, and what that makes of it. All times are of one clock, epoch
 * milliseconds.
 *
 * @param expectedSince from when it is waited for; {@link #NEVER} if that is not known yet
 * @param lastHeard its last record that counts; {@link #NEVER} if there was none
 * @param lastMistimed its last record whose times cannot be; {@link #NEVER} if there was none
 * @param runs of each measure that never stands still, how long its value has not changed
 * @param status as it was last judged
 */
public record DeviceContact(
    long expectedSince,
    long lastHeard,
    long lastMistimed,
    List<ValueRun> runs,
    DeviceStatus status) {
  public static final long NEVER = Long.MIN_VALUE;

  public DeviceContact {
    runs = List.copyOf(runs);
  }

  /** A device that is waited for from now on, {@link #NEVER} if now is not known yet. */
  public static DeviceContact expected(long since) {
    return new DeviceContact(since, NEVER, NEVER, List.of(), DeviceStatus.NOT_EXPECTED);
  }

  /** The same, waited for from this time on if that was not known. */
  public DeviceContact knownSince(long now) {
    return expectedSince == NEVER
        ? new DeviceContact(now, lastHeard, lastMistimed, runs, status)
        : this;
  }

  /** After a record that counts; not judged yet. */
  public DeviceContact heard(Measure measure, double value, long at) {
    return new DeviceContact(
        expectedSince,
        Math.max(lastHeard, at),
        lastMistimed,
        measure.neverStandsStill() ? withReading(measure, value, at) : runs,
        status);
  }

  /** After a record whose times cannot be; not judged yet. */
  public DeviceContact mistimed(long at) {
    return new DeviceContact(expectedSince, lastHeard, Math.max(lastMistimed, at), runs, status);
  }

  /** With the status that it has now. */
  public DeviceContact judged(long now, Patience patience) {
    DeviceStatus verdict = verdict(now, patience);
    return verdict == status
        ? this
        : new DeviceContact(expectedSince, lastHeard, lastMistimed, runs, verdict);
  }

  /** When the status changes if nothing is heard; {@code Long.MAX_VALUE} for never. */
  public long due(Patience patience) {
    return switch (status) {
      case HEARD, FROZEN -> patience.end(lastHeard);
      case CLOCK_WRONG -> patience.end(lastMistimed);
      case NOT_EXPECTED -> expectedSince == NEVER ? Long.MAX_VALUE : patience.end(expectedSince);
      case SILENT, NEVER_REPORTED -> Long.MAX_VALUE;
    };
  }

  /** Time of its last record, whatever its times were; {@link #NEVER} if there was none. */
  public long lastContact() {
    return Math.max(lastHeard, lastMistimed);
  }

  private DeviceStatus verdict(long now, Patience patience) {
    boolean mayBeBehind = patience.covers(patience.listeningSince(), now);
    if (patience.covers(lastHeard, now)) {
      return runs.stream().anyMatch(ValueRun::isFrozen) ? DeviceStatus.FROZEN : DeviceStatus.HEARD;
    }
    if (mayBeBehind && status.isHeard()) {
      return status;
    }
    if (patience.covers(lastMistimed, now)) {
      return DeviceStatus.CLOCK_WRONG;
    }
    if (mayBeBehind) {
      return status;
    }
    if (lastContact() != NEVER) {
      return DeviceStatus.SILENT;
    }
    return expectedSince == NEVER || patience.covers(expectedSince, now)
        ? DeviceStatus.NOT_EXPECTED
        : DeviceStatus.NEVER_REPORTED;
  }

  private List<ValueRun> withReading(Measure measure, double value, long at) {
    if (runs.isEmpty()) {
      return List.of(ValueRun.of(measure, value, at));
    }
    if (runs.size() == 1 && runs.get(0).measure() == measure) {
      return List.of(runs.get(0).next(value, at));
    }
    List<ValueRun> next = new ArrayList<>(runs);
    for (int i = 0; i < next.size(); i++) {
      if (next.get(i).measure() == measure) {
        next.set(i, next.get(i).next(value, at));
        return next;
      }
    }
    next.add(ValueRun.of(measure, value, at));
    return next;
  }

  /** 26 bytes, and about 27 for each run. */
  public static final class Form implements BinaryForm<DeviceContact> {
    private final ValueRun.Form runs = new ValueRun.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(DeviceContact contact, DataOutput out) throws IOException {
      out.writeLong(contact.expectedSince);
      out.writeLong(contact.lastHeard);
      out.writeLong(contact.lastMistimed);
      out.writeByte(contact.status.code());
      Varints.write(contact.runs.size(), out);
      for (ValueRun run : contact.runs) {
        runs.write(run, out);
      }
    }

    @Override
    public DeviceContact read(DataInput in, int version) throws IOException {
      long expectedSince = in.readLong();
      long lastHeard = in.readLong();
      long lastMistimed = in.readLong();
      DeviceStatus status = DeviceStatus.ofCode(in.readByte());
      List<ValueRun> read = new ArrayList<>();
      for (long left = Varints.read(in); left > 0; left--) {
        read.add(runs.read(in, version));
      }
      return new DeviceContact(expectedSince, lastHeard, lastMistimed, read, status);
    }

    @Override
    public DeviceContact copy(DeviceContact contact) {
      return contact;
    }
  }
}

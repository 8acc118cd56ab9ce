package city.xueliang.feeds.simulate;

import city.xueliang.feeds.simulate.chance.Randomness;
import city.xueliang.feeds.simulate.city.DeviceTable;
import city.xueliang.feeds.simulate.fault.FaultOptions;
import city.xueliang.feeds.simulate.fault.Flaw;
import city.xueliang.feeds.simulate.fault.MalformedRecords;
import city.xueliang.feeds.simulate.signal.RecordWriter;
import city.xueliang.feeds.simulate.signal.Utterance;
import city.xueliang.schemas.Topics;

/**
 * The flawed records that follow a good one. They come on top of it, so that no good record is
 * missing because of them.
 */
final class Mishaps {
  private static final long SOONEST = 50;
  private static final long SOON = 2_000;
  private static final long MINUTES = 60_000;
  private static final long MANY_MINUTES = 1_200_000;
  private static final double AGAIN_SOON = 0.6;

  private final FaultOptions faults;
  private final DeviceTable devices;
  private final DeviceVoices voices;
  private final DeviceClocks clocks;
  private final RecordWriter writer;
  private final MalformedRecords malformed;
  private final UnknownDevices unknown;
  private final Randomness random;
  private final Agenda agenda;

  Mishaps(
      SimulationOptions options,
      DeviceTable devices,
      DeviceVoices voices,
      DeviceClocks clocks,
      RecordWriter writer,
      Agenda agenda) {
    this.faults = options.faults();
    this.devices = devices;
    this.voices = voices;
    this.clocks = clocks;
    this.writer = writer;
    this.random = Randomness.of(options.runSeed(), "mishaps");
    this.malformed = new MalformedRecords(writer, random);
    this.unknown = new UnknownDevices(devices);
    this.agenda = agenda;
  }

  /**
   * Puts what follows on the agenda.
   *
   * @param good was written last, so that the writer still has its event id
   */
  void follow(SimulatedRecord good, Utterance said, long occurredAt) {
    if (random.chance(faults.duplicates())) {
      duplicate(good, said, occurredAt);
    }
    if (random.chance(faults.late())) {
      long late = clocks.late(said.device(), occurredAt);
      send(voices.at(said.device(), late), late, soonAfter(good), Flaw.LATE);
    }
    if (random.chance(faults.clockAhead())) {
      long at = soonAfter(good);
      send(said, clocks.ahead(at), at, Flaw.CLOCK_AHEAD);
    }
    if (random.chance(faults.malformed())) {
      spoil(good, said, occurredAt);
    }
    if (random.chance(faults.unknownDevices())) {
      fromUnknown(good, said, occurredAt);
    }
  }

  /** Either the gateway sends the same bytes twice, or the device tries again minutes later. */
  private void duplicate(SimulatedRecord good, Utterance said, long occurredAt) {
    if (random.chance(AGAIN_SOON)) {
      long at = good.at() + random.between(SOONEST, SOON);
      send(good.key(), at, good.topic(), good.value(), Flaw.DUPLICATE);
    } else {
      long at = good.at() + random.between(MINUTES, MANY_MINUTES);
      byte[] again = writer.write(good.key(), said, occurredAt, at);
      send(good.key(), at, good.topic(), again, Flaw.DUPLICATE);
    }
  }

  private void spoil(SimulatedRecord good, Utterance said, long occurredAt) {
    writer.nextEvent();
    long at = soonAfter(good);
    Flaw flaw = malformed.draw(devices.isCamera(said.device()));
    byte[] spoilt = malformed.spoilt(flaw, good.key(), said, occurredAt + 1, at);
    send(good.key(), at, good.topic(), spoilt, flaw);
  }

  private void fromUnknown(SimulatedRecord good, Utterance said, long occurredAt) {
    writer.nextEvent();
    long at = soonAfter(good);
    String id = unknown.id(devices.isCamera(said.device()), random.below(Integer.MAX_VALUE));
    byte[] value = writer.write(id, said, occurredAt + 1, at);
    send(id, at, good.topic(), value, Flaw.UNKNOWN_DEVICE);
  }

  private void send(Utterance said, long occurredAt, long at, Flaw flaw) {
    writer.nextEvent();
    String id = devices.id(said.device());
    send(id, at, topic(said), writer.write(id, said, occurredAt, at), flaw);
  }

  private void send(String key, long at, String topic, byte[] value, Flaw flaw) {
    agenda.send(new SimulatedRecord(at, topic, key, value, flaw));
  }

  private String topic(Utterance said) {
    return devices.isCamera(said.device()) ? Topics.CAMERA_EVENTS : Topics.SENSOR_READINGS;
  }

  private long soonAfter(SimulatedRecord good) {
    return good.at() + random.between(1L, SOONEST);
  }
}

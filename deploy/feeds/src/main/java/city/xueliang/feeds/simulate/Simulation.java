package city.xueliang.feeds.simulate;

import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.simulate.chance.Randomness;
import city.xueliang.feeds.simulate.city.DeviceTable;
import city.xueliang.feeds.simulate.fault.Flaw;
import city.xueliang.feeds.simulate.incident.IncidentPlanner;
import city.xueliang.feeds.simulate.incident.Part;
import city.xueliang.feeds.simulate.incident.Script;
import city.xueliang.feeds.simulate.option.WrongOptionException;
import city.xueliang.feeds.simulate.signal.RecordWriter;
import city.xueliang.feeds.simulate.signal.Utterance;
import city.xueliang.schemas.Topics;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The records of a city in the order in which the gateway sends them. Knows no wall clock: the same
 * city and options give the same bytes. Not safe for use by two threads at once.
 */
public final class Simulation implements Iterator<SimulatedRecord> {
  private static final double MOST_RECORDS_OF_A_DEVICE = 100;
  private static final long LEAST_DELAY = 1_000;
  private static final long GREATEST_DELAY = 15_000;
  private static final double LEAST_ROUNDS_OF_OUTAGE = 3;
  private static final double MOST_ROUNDS_OF_OUTAGE = 12;
  private static final double LEAST_OUTAGE = Duration.ofMinutes(2).toMillis();

  private final SimulationOptions options;
  private final DeviceTable devices;
  private final int[] order;
  private final double millisPerTurn;
  private final long start;
  private final long end;
  private final TruthListener truth;

  private final Randomness random;
  private final Agenda agenda = new Agenda();
  private final DeviceVoices voices;
  private final DeviceClocks clocks;
  private final RecordWriter writer;
  private final Mishaps mishaps;
  private final Presence presence;
  private final IncidentPlanner planner;

  private long turn;
  private SimulatedRecord prepared;

  /**
   * @param truth is told of each incident and outage when it begins
   * @throws WrongOptionException if the city has no device in service, or too few for the rate
   */
  public Simulation(Registry city, SimulationOptions options, TruthListener truth) {
    this.options = options;
    this.truth = truth;
    this.start = options.start().toEpochMilli();
    this.end = options.end();
    this.devices = new DeviceTable(city, start);
    checkRate(devices.size(), options.rate());
    this.order = TurnOrder.of(devices, options.seed());
    this.millisPerTurn = 1_000 / options.rate();
    this.random = Randomness.of(options.runSeed(), "simulation");
    this.voices = new DeviceVoices(devices, options);
    this.clocks = new DeviceClocks(devices.size(), options.runSeed());
    this.writer = new RecordWriter(Randomness.of(options.runSeed(), "events"));
    this.mishaps = new Mishaps(options, devices, voices, clocks, writer, agenda);
    this.presence = new Presence(devices.size());
    double turnSeconds = devices.size() / options.rate();
    this.planner =
        new IncidentPlanner(
            devices, options.incidentsPerHour(), turnSeconds, options.runSeed(), start);
    agenda.add(planner.next(), this::beginIncident);
  }

  @Override
  public boolean hasNext() {
    while (prepared == null && Math.min(agenda.next(), turnTime()) < end) {
      prepared = agenda.next() <= turnTime() ? agenda.happen() : takeTurn();
    }
    return prepared != null;
  }

  @Override
  public SimulatedRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the simulation ended at " + options.end());
    }
    SimulatedRecord next = prepared;
    prepared = null;
    return next;
  }

  private static void checkRate(int devices, double rate) {
    if (devices == 0) {
      throw new WrongOptionException("no-device");
    }
    if (rate > devices * MOST_RECORDS_OF_A_DEVICE) {
      throw new WrongOptionException(
          "rate-too-high", rate, devices, devices * MOST_RECORDS_OF_A_DEVICE);
    }
  }

  private long turnTime() {
    return start + (long) (turn * millisPerTurn);
  }

  private SimulatedRecord takeTurn() {
    long at = turnTime();
    int device = order[(int) (turn++ % order.length)];
    if (presence.isSilent(device, at)) {
      return null;
    }
    if (random.chance(options.faults().outages()) && presence.isFree(device, at)) {
      long until = at + outage();
      presence.silence(device, until);
      truth.fellSilent(devices.id(device), at, until);
      return null;
    }
    Part part = presence.shown(device, at);
    return say(part != null ? part.at(at) : voices.at(device, at), at);
  }

  /** Says something now; what is delayed goes to the agenda and null is returned. */
  private SimulatedRecord say(Utterance said, long at) {
    boolean delayed = random.chance(options.faults().disorder());
    long receivedAt = delayed ? at + random.between(LEAST_DELAY, GREATEST_DELAY) : at;
    long occurredAt = clocks.occurredAt(said.device(), at);
    boolean camera = devices.isCamera(said.device());
    String id = devices.id(said.device());
    writer.nextEvent();
    SimulatedRecord record =
        new SimulatedRecord(
            receivedAt,
            camera ? Topics.CAMERA_EVENTS : Topics.SENSOR_READINGS,
            id,
            writer.write(id, said, occurredAt, receivedAt),
            delayed ? Flaw.DISORDERED : Flaw.NONE);
    mishaps.follow(record, said, occurredAt);
    if (delayed) {
      agenda.send(record);
      return null;
    }
    return record;
  }

  private SimulatedRecord beginIncident() {
    long at = planner.next();
    Script script = planner.begin(device -> presence.isFree(device, at));
    agenda.add(planner.next(), this::beginIncident);
    if (script != null) {
      presence.enter(script);
      script.parts().forEach(part -> scheduleReport(part, part.from()));
      truth.begun(script.incident());
    }
    return null;
  }

  private void scheduleReport(Part part, long at) {
    if (at < part.to()) {
      agenda.add(at, () -> report(part, at));
    }
  }

  private SimulatedRecord report(Part part, long at) {
    scheduleReport(part, at + part.every());
    return say(part.at(at), at);
  }

  /** Milliseconds; long enough that the device misses several turns. */
  private long outage() {
    double round = order.length * millisPerTurn;
    double rounds = random.between(LEAST_ROUNDS_OF_OUTAGE, MOST_ROUNDS_OF_OUTAGE);
    return (long) Math.max(LEAST_OUTAGE, rounds * round);
  }
}

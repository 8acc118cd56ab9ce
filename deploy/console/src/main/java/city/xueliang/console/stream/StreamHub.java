package city.xueliang.console.stream;

import city.xueliang.console.access.Seat;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.live.CityView;
import city.xueliang.console.live.LiveCity;
import city.xueliang.console.live.LiveState;
import city.xueliang.console.live.StateId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the city's changes to all who watch it, from one thread: the first change at once, the next
 * ones a tenth of a second later together. What seats with the same places are told is written once
 * for all of them.
 */
public final class StreamHub implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamHub.class);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final long BETWEEN_FRAMES = Duration.ofMillis(100).toNanos();
  private static final long BETWEEN_BEATS = Duration.ofMillis(350).toNanos();

  /** A client that missed more is better off with the present as a whole. */
  private static final int MOST_REPLAYED = 5_000;

  private final LiveCity city;
  private final Clock clock;
  private final Audience audience = new Audience();
  private final Tails tails = new Tails(audience);
  private final AlertChanges alerts = new AlertChanges();
  private final Figures figures;
  private final Thread thread = new Thread(this::run, "console-stream");
  private volatile boolean isStopping;

  /** All changes up to it were sent; guarded by this. */
  private StateId sent;

  private StreamHub(LiveCity city, Clock clock) {
    this.city = city;
    this.clock = clock;
    this.figures = new Figures(city, clock);
    this.sent = city.stateId();
  }

  /** Starts to send. */
  public static StreamHub start(LiveCity city, Clock clock) {
    StreamHub hub = new StreamHub(city, clock);
    hub.thread.setDaemon(true);
    hub.thread.start();
    city.tell(hub.tails);
    return hub;
  }

  /** Ends the streams of these seats, for they may watch no more. */
  public void endIf(Predicate<Seat> isOver) {
    audience.all().filter(client -> isOver.test(client.seat())).forEach(StreamClient::end);
  }

  /** How many watch. */
  public int size() {
    return audience.size();
  }

  @Override
  public void close() {
    isStopping = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    audience.all().forEach(StreamClient::end);
  }

  /** Sends a client what changed since, and from then on what changes. */
  void add(StreamClient client, Optional<StateId> after) {
    client.whenEnded(() -> audience.remove(client));
    // No frame may come between the replay and the frames that the client then gets.
    synchronized (this) {
      begin(client, after);
      audience.add(client);
    }
    if (isStopping || client.ended().isDone()) {
      client.end();
      audience.remove(client);
    }
  }

  private void begin(StreamClient client, Optional<StateId> after) {
    Events events = new Events();
    LiveState changed = after.flatMap(city::since).orElse(null);
    boolean isNew = after.isEmpty();
    if (!isNew && (changed == null || changed.alerts().size() > MOST_REPLAYED)) {
      AlertChanges.reset(events);
      isNew = true;
    }
    StateId id = isNew ? city.stateId() : changed.id();
    LiveState missed = isNew ? new LiveState(id, List.of(), List.of()) : changed;
    AlertChanges.replay(events, view(client.seat()), missed);
    if (audience.size() == 0) {
      // Nobody is owed what was before; as it may be of a city not yet read, it would reset this
      // one.
      sent = id;
    }
    client.send(events.toBytes());
  }

  private void run() {
    long seen = 0;
    long nextBeat = System.nanoTime();
    while (!isStopping) {
      try {
        seen = city.awaitChange(seen, TimeUnit.NANOSECONDS.toMillis(nextBeat - System.nanoTime()));
        boolean isBeat = System.nanoTime() - nextBeat >= 0;
        if (isBeat) {
          nextBeat = System.nanoTime() + BETWEEN_BEATS;
          audience.all().filter(client -> !client.isValid()).forEach(StreamClient::end);
        }
        frame(isBeat);
        TimeUnit.NANOSECONDS.sleep(BETWEEN_FRAMES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        // All who watch come back and are sent what they missed.
        LOG.error("the streams end after a failure", e);
        audience.all().forEach(StreamClient::end);
      }
    }
  }

  private void frame(boolean isBeat) {
    List<Audience.Group> groups;
    Optional<LiveState> changed;
    synchronized (this) {
      if (!city.isReady()) {
        changed = Optional.of(new LiveState(sent, List.of(), List.of()));
      } else {
        changed = city.since(sent);
        sent = changed.map(LiveState::id).orElseGet(city::stateId);
      }
      groups = audience.groups().toList();
    }
    if (isBeat) {
      figures.look();
      tails.send();
    }
    alerts.look(changed);
    for (Audience.Group group : groups) {
      CityView view = view(group.seat());
      Events events = new Events();
      alerts.tell(events, view);
      if (isBeat) {
        figures.tell(events, view);
        events.add("beat", NODES.objectNode().put("at", clock.millis()));
      }
      if (!events.isEmpty()) {
        group.send(events.toBytes());
      }
    }
  }

  private CityView view(Seat seat) {
    return new CityView(city, new SeatView(seat, city.places()));
  }
}

package city.xueliang.console;

import city.xueliang.console.act.ActionRoutes;
import city.xueliang.console.act.SilenceRoutes;
import city.xueliang.console.alarmhealth.AlarmHealthRoutes;
import city.xueliang.console.audit.AuditLog;
import city.xueliang.console.coverage.CoverageRoutes;
import city.xueliang.console.history.HistoryRoutes;
import city.xueliang.console.http.Requests;
import city.xueliang.console.live.CityReader;
import city.xueliang.console.live.LiveCity;
import city.xueliang.console.live.LiveRoutes;
import city.xueliang.console.live.ReadingsRoutes;
import city.xueliang.console.live.StoreWatch;
import city.xueliang.console.page.PageRoutes;
import city.xueliang.console.places.PlaceRoutes;
import city.xueliang.console.rules.RuleRoutes;
import city.xueliang.console.send.TopicWriter;
import city.xueliang.console.signin.FrontDoor;
import city.xueliang.console.store.StoreReading;
import city.xueliang.console.stream.StreamHub;
import city.xueliang.console.stream.StreamRoutes;
import city.xueliang.store.reading.MetricHistory;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** The console's server, running: the city's state, its changes, and the routes to both. */
public final class ConsoleServer implements AutoCloseable {
  /** System property: folder from which the page's files are read anew each time they are asked. */
  private static final String PAGE_FOLDER = "xueliang.console.page";

  private final ConsoleSettings settings;
  private final Clock clock;
  private final LiveCity city;
  private final FrontDoor door;
  private final TopicWriter writer;
  private final CityReader reader;
  private final StoreWatch watch;
  private final StreamHub hub;
  private final Javalin javalin;

  private ConsoleServer(ConsoleSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.city = new LiveCity(clock);
    this.door = new FrontDoor(settings.access(), settings.limits(), clock);
    this.writer = new TopicWriter(settings.kafka());
    this.reader = CityReader.start(settings.kafka(), city);
    this.watch = StoreWatch.start(this::history, city, clock);
    this.hub = StreamHub.start(city, clock);
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Starts and returns when the port answers; {@code /ready} says when the city was read.
   *
   * @throws io.javalin.util.JavalinBindException if it cannot listen there
   */
  public static ConsoleServer start(ConsoleSettings settings) {
    return start(settings, Clock.systemUTC());
  }

  /** The same at another time. */
  public static ConsoleServer start(ConsoleSettings settings, Clock clock) {
    ConsoleServer server = new ConsoleServer(settings, clock);
    try {
      server.javalin.start();
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  public int port() {
    return javalin.port();
  }

  /** Whether the topics were read to their ends once. */
  public boolean isReady() {
    return city.isReady();
  }

  /** What answers, for a test that holds the document to it. */
  Javalin javalin() {
    return javalin;
  }

  /** Who watches is sent away first, who reads for them last. */
  @Override
  public void close() {
    try (FrontDoor closedLast = door;
        TopicWriter closedFifth = writer;
        StoreWatch closedFourth = watch;
        CityReader closedThird = reader;
        AutoCloseable closedSecond = javalin::stop;
        StreamHub closedFirst = hub) {
      // Closing is all there is to do, each of them also if another one fails.
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void configure(JavalinConfig config) {
    Serving.configure(config);
    door.listen(config, settings.bind(), settings.port());
    AuditLog audit = new AuditLog(writer, clock);
    RoutesConfig routes = config.routes;
    door.guard(routes, settings.bind(), city::places, settings.timeZone(), audit);
    new ServerRoutes(city).add(routes);
    new PageRoutes(pageFolder()).add(routes);
    new PlaceRoutes(city).add(routes);
    new LiveRoutes(city, clock).add(routes);
    new StreamRoutes(city, hub, Requests::signedIn).add(routes);
    new ActionRoutes(city, writer, audit, clock, new SecureRandom()).add(routes);
    new SilenceRoutes(city, writer, audit, clock).add(routes);
    new RuleRoutes(city, clock).add(routes);
    addStored(routes, audit);
  }

  private void addStored(RoutesConfig routes, AuditLog audit) {
    StoreReading store = new StoreReading(this::history, clock);
    new ReadingsRoutes(city, store).add(routes);
    new HistoryRoutes(store, city::places, audit::export, settings.timeZone(), clock).add(routes);
    new CoverageRoutes(store, city, settings.timeZone(), clock).add(routes);
    new AlarmHealthRoutes(store, settings.timeZone(), clock).add(routes);
  }

  private MetricHistory history() {
    return settings.store().history(city.successions());
  }

  private static Path pageFolder() {
    return Optional.ofNullable(System.getProperty(PAGE_FOLDER)).map(Path::of).orElse(null);
  }
}

package city.xueliang.console.limit;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.Requests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;
import java.util.function.LongSupplier;

/** Holds every request to the limits. To be added after what finds the seat of a request. */
public final class LimitChecks {
  private static final String STREAM = "/api/stream";
  private static final String STREAM_OF = "stream-of";
  private static final Set<String> EXPORTS = Set.of("/api/history.csv", "/api/history.xlsx");

  private final Buckets reads;
  private final Buckets writes;
  private final Buckets exports;
  private final Buckets signIns;
  private final Streams streams;

  /**
   * @param nanoClock as {@link System#nanoTime}
   */
  public LimitChecks(Limits limits, LongSupplier nanoClock) {
    this.reads = new Buckets(limits.reads(), nanoClock);
    this.writes = new Buckets(limits.writes(), nanoClock);
    this.exports = new Buckets(limits.exports(), nanoClock);
    this.signIns = new Buckets(limits.signIns(), nanoClock);
    this.streams = new Streams(limits.streamsPerSeat(), limits.streams());
  }

  public void add(RoutesConfig routes) {
    routes.before("/api/*", this::count);
    routes.before(STREAM, this::open);
    // Of an asynchronous answer, too, this comes when it has ended.
    routes.after(STREAM, this::close);
  }

  /**
   * Counts a sign-in, or a token that is refused.
   *
   * @param address of who asks
   */
  public void countSignIn(String address) {
    signIns.take(address);
  }

  private void count(Context request) {
    Requests.seenBy(request).map(SeatView::seat).ifPresent(seat -> kind(request).take(seat.id()));
  }

  private Buckets kind(Context request) {
    if (!request.method().equals(HandlerType.GET) && !request.method().equals(HandlerType.HEAD)) {
      return writes;
    }
    return EXPORTS.contains(request.path()) ? exports : reads;
  }

  private void open(Context request) {
    String seat = Requests.view(request).seat().id();
    streams.open(seat);
    request.attribute(STREAM_OF, seat);
  }

  private void close(Context request) {
    String seat = request.attribute(STREAM_OF);
    if (seat != null) {
      streams.close(seat);
    }
  }
}

package city.xueliang.flink.influx;

import java.time.Duration;

/**
 * Options of an {@link InfluxDbSink}. Each default and unit stands at its method; {@link #build}
 * checks all of them.
 *
 * @param <T> type of the stream's elements
 */
public final class InfluxDbSinkBuilder<T> {
  InfluxDbTarget target;
  PointConverter<T> points;
  RefusedPoints refusedPoints;
  HttpClientCustomizer httpClient = client -> {};

  private int batchPoints = Batching.DEFAULT.points();
  private long batchBytes = Batching.DEFAULT.bytes();
  private Duration linger = Batching.DEFAULT.linger();
  private int maxInFlight = Batching.DEFAULT.inFlight();
  private int maxBufferedPoints = Batching.DEFAULT.bufferedPoints();

  private Duration connectTimeout = Patience.DEFAULT.connect();
  private Duration requestTimeout = Patience.DEFAULT.request();
  private Duration firstBackoff = Patience.DEFAULT.firstBackoff();
  private Duration maxBackoff = Patience.DEFAULT.maxBackoff();
  private Duration maxRetryAfter = Patience.DEFAULT.maxRetryAfter();

  InfluxDbSinkBuilder() {}

  /** Server, bucket and token. No default. */
  public InfluxDbSinkBuilder<T> target(InfluxDbTarget target) {
    this.target = target;
    return this;
  }

  /** How an element becomes a point. No default. */
  public InfluxDbSinkBuilder<T> points(PointConverter<T> points) {
    this.points = points;
    return this;
  }

  /** Where refused points go. No default, because dropping them must not be one. */
  public InfluxDbSinkBuilder<T> refusedPoints(RefusedPoints refusedPoints) {
    this.refusedPoints = refusedPoints;
    return this;
  }

  /** Points of one request at most; default 5,000. */
  public InfluxDbSinkBuilder<T> batchPoints(int batchPoints) {
    this.batchPoints = batchPoints;
    return this;
  }

  /** Bytes of one request's lines at most, before compression; default 4 MiB. */
  public InfluxDbSinkBuilder<T> batchBytes(long batchBytes) {
    this.batchBytes = batchBytes;
    return this;
  }

  /** How long a point may wait for its batch to be filled, to the millisecond; default 500 ms. */
  public InfluxDbSinkBuilder<T> linger(Duration linger) {
    this.linger = linger;
    return this;
  }

  /**
   * Requests at a time and writer; default 1. With more, an older version of a row can be stored
   * over a newer one, so raise it only for a stream that sends no row twice.
   */
  public InfluxDbSinkBuilder<T> maxInFlight(int maxInFlight) {
    this.maxInFlight = maxInFlight;
    return this;
  }

  /**
   * Points that one writer holds at most, in memory and in its checkpoint, before it holds the job
   * back; default 200,000. At least twice the points of a batch.
   */
  public InfluxDbSinkBuilder<T> maxBufferedPoints(int maxBufferedPoints) {
    this.maxBufferedPoints = maxBufferedPoints;
    return this;
  }

  /** How long connecting may take, to the millisecond; default 5 s. */
  public InfluxDbSinkBuilder<T> connectTimeout(Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
    return this;
  }

  /** How long a request may take with its answer, to the millisecond; default 30 s. */
  public InfluxDbSinkBuilder<T> requestTimeout(Duration requestTimeout) {
    this.requestTimeout = requestTimeout;
    return this;
  }

  /** Pause before the first repetition, then doubled, to the millisecond; default 100 ms. */
  public InfluxDbSinkBuilder<T> firstBackoff(Duration firstBackoff) {
    this.firstBackoff = firstBackoff;
    return this;
  }

  /** Longest pause of our own between two repetitions, to the millisecond; default 5 s. */
  public InfluxDbSinkBuilder<T> maxBackoff(Duration maxBackoff) {
    this.maxBackoff = maxBackoff;
    return this;
  }

  /** Longest pause that the server can ask for by Retry-After; default 60 s. */
  public InfluxDbSinkBuilder<T> maxRetryAfter(Duration maxRetryAfter) {
    this.maxRetryAfter = maxRetryAfter;
    return this;
  }

  /** Last touch on the HTTP client; default none. */
  public InfluxDbSinkBuilder<T> httpClient(HttpClientCustomizer httpClient) {
    this.httpClient = httpClient;
    return this;
  }

  /**
   * The sink.
   *
   * @throws IllegalArgumentException naming the option, its value and what is allowed
   */
  public InfluxDbSink<T> build() {
    requireGiven("target", target);
    requireGiven("points", points);
    requireGiven("refusedPoints", refusedPoints);
    requireGiven("httpClient", httpClient);
    return new InfluxDbSink<>(
        this,
        new Batching(batchPoints, batchBytes, linger, maxInFlight, maxBufferedPoints),
        new Patience(connectTimeout, requestTimeout, firstBackoff, maxBackoff, maxRetryAfter));
  }

  private static void requireGiven(String option, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(
          "InfluxDB sink option %s is missing; it has no default".formatted(option));
    }
  }
}

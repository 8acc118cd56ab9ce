package city.xueliang.benchmark.console;

import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.PlaceCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Writes a row of coverage for each place and minute, as the job does at a minute's end; in each of
 * them one place in a hundred has a device that is silent.
 */
final class CoverageLoad implements AutoCloseable {
  private static final int EXPECTED = 25;
  private static final int SILENT_EVERY = 100;
  private static final int OK = 300;
  private static final int ZONE_OF_NO_DISTRICT = 6;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService minutes = Executors.newSingleThreadScheduledExecutor();
  private final URI writes;
  private final List<Place> places;
  private final Clock clock;

  CoverageLoad(String store, List<Place> places, Clock clock) {
    this.writes = URI.create(store + "/api/v2/write?org=any&bucket=any&precision=ms");
    this.places = List.copyOf(places);
    this.clock = clock;
  }

  /** Writes the minute that is over, and from then on each one as it ends. */
  void start() throws IOException, InterruptedException {
    writeLastMinute();
    Instant now = clock.instant();
    Instant next = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    // What it fails with, the count of the rows would show.
    var unused =
        minutes.scheduleAtFixedRate(
            this::tryToWrite,
            ChronoUnit.MILLIS.between(now, next),
            TimeUnit.MINUTES.toMillis(1),
            TimeUnit.MILLISECONDS);
  }

  private void tryToWrite() {
    try {
      writeLastMinute();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeLastMinute() throws IOException, InterruptedException {
    Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.MINUTES);
    StringBuilder lines = new StringBuilder();
    for (Place place : places) {
      lines.append(line(place, minute)).append('\n');
    }
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(writes).POST(BodyPublishers.ofString(lines.toString())).build(),
            BodyHandlers.ofString());
    if (answer.statusCode() >= OK) {
      throw new IOException("The store answers " + answer.statusCode() + ": " + answer.body());
    }
  }

  private static String line(Place place, Instant minute) {
    long turn = place.code().hashCode() + minute.toEpochMilli() / TimeUnit.MINUTES.toMillis(1);
    int silent = turn % SILENT_EVERY == 0 ? 1 : 0;
    int heard = EXPECTED - silent;
    return "coverage,district=%s,level=%s,place=%s,window=MINUTE complete=t,expected=%di,heard=%di,percent=%s,longest_silence_s=%di,never_reported=0i,silent=%di,frozen=0i,clock_wrong=0i %d"
        .formatted(
            district(place),
            place.level(),
            place.code(),
            EXPECTED,
            heard,
            100.0 * heard / EXPECTED,
            90 * silent,
            silent,
            minute.toEpochMilli());
  }

  private static String district(Place place) {
    String code = place.code();
    boolean isBelow = code.length() >= ZONE_OF_NO_DISTRICT && Character.isDigit(code.charAt(0));
    return isBelow ? PlaceCodes.districtOf(code) : "630100";
  }

  @Override
  public void close() {
    minutes.shutdownNow();
  }
}

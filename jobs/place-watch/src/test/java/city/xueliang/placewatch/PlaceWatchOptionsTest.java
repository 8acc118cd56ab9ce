package city.xueliang.placewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.xueliang.placewatch.watch.SilenceClock;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceWatchOptionsTest {
  private final Configuration options = new Configuration();

  @Test
  void keysAndDefaultsAreThese() {
    assertOption(PlaceWatchOptions.KAFKA, "kafka", "127.0.0.1:9092");
    assertOption(PlaceWatchOptions.INFLUX_URL, "influx-url", "http://127.0.0.1:8086");
    assertOption(PlaceWatchOptions.INFLUX_ORG, "influx-org", "xueliang");
    assertOption(PlaceWatchOptions.INFLUX_BUCKET, "influx-bucket", "xueliang");
    assertOption(
        PlaceWatchOptions.INFLUX_HISTORY_BUCKET, "influx-history-bucket", "xueliang_history");
    assertOption(PlaceWatchOptions.HISTORY_SUFFIX, "history-suffix", "");
    assertOption(PlaceWatchOptions.TIME_ZONE, "time-zone", "Asia/Shanghai");
    assertOption(PlaceWatchOptions.CHECK_APPEND_TIME, "check-append-time", true);
    assertOption(PlaceWatchOptions.SILENCE_BY, "silence-by", SilenceClock.PROCESSING_TIME);
    assertOption(PlaceWatchOptions.DISORDER, "disorder", Duration.ofSeconds(5));
    assertOption(
        PlaceWatchOptions.CHECKPOINT_INTERVAL, "checkpoint-interval", Duration.ofSeconds(10));
    assertThat(PlaceWatchOptions.all()).hasSize(11);
  }

  @Test
  void everyOptionIsDescribed() throws Exception {
    for (var field : PlaceWatchOptions.class.getFields()) {
      if (field.getType() == ConfigOption.class) {
        ConfigOption<?> option = (ConfigOption<?>) field.get(null);
        assertThat(PlaceWatchOptions.all()).contains(option);
        assertThat(option.description().toString()).isNotBlank();
      }
    }
  }

  @Test
  void noneHasToBeGiven() {
    assertThatCode(() -> PlaceWatchOptions.check(options)).doesNotThrowAnyException();
  }

  @Test
  void flinksOwnOptionsMayStandBesideThem() {
    options.setString("parallelism.default", "2");

    assertThatCode(() -> PlaceWatchOptions.check(options)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kafka|broker|host:port, separated by commas; port 1 to 65535",
        "kafka|a:1,|host:port, separated by commas; port 1 to 65535",
        "kafka|a:0|host:port, separated by commas; port 1 to 65535",
        "kafka|a:65536|host:port, separated by commas; port 1 to 65535",
        "kafka|::1:9092|host:port, separated by commas; port 1 to 65535",
        "influx-url|127.0.0.1:8086|http://host:port or https://host:port, without user, password and query",
        "influx-url|ftp://store|http://host:port or https://host:port, without user, password and query",
        "influx-url|http://|http://host:port or https://host:port, without user, password and query",
        "influx-org|' '|any text that is not blank",
        "influx-bucket|' '|any text that is not blank",
        "influx-history-bucket|' '|any text that is not blank",
        "history-suffix|_History|up to 32 lower-case letters, digits and _",
        "history-suffix|,x|up to 32 lower-case letters, digits and _",
        "time-zone|Xining|a time zone of the IANA database, such as Asia/Shanghai",
        "check-append-time|maybe|true or false",
        "silence-by|broker|processing-time or event-time",
        "disorder|-1 ms|0 s to 10 min",
        "disorder|601 s|0 s to 10 min",
        "disorder|soon|0 s to 10 min",
        "checkpoint-interval|99 ms|100 ms to 1 h",
        "checkpoint-interval|3601 s|100 ms to 1 h",
      })
  void aWrongValueIsToldWithWhatIsAllowed(String key, String value, String allowed) {
    options.setString(key, value);

    assertProblem("--%s is '%s'; allowed: %s".formatted(key, value, allowed));
  }

  @ParameterizedTest
  @CsvSource({
    "http://me:secret@store:8086,http://…@store:8086",
    "http://store?token=secret,http://store?…"
  })
  void aSecretInAnAddressIsNotTold(String url, String shown) {
    options.set(PlaceWatchOptions.INFLUX_URL, url);

    assertProblem(
        "--influx-url is '"
            + shown
            + "'; allowed: http://host:port or https://host:port,"
            + " without user, password and query");
  }

  @Test
  void anOptionThatThereIsNotIsTold() {
    options.setString("disordr", "5 s");

    assertProblem(
        "--disordr is no option; allowed: --kafka, --influx-url, --influx-org, --influx-bucket,"
            + " --influx-history-bucket, --history-suffix, --time-zone,"
            + " --check-append-time, --silence-by, --disorder, --checkpoint-interval and Flink's own");
  }

  @Test
  void allProblemsAreToldAtOnce() {
    options.setString("kafka", "broker");
    options.setString("disorder", "1 h");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlaceWatchOptions.check(options))
        .satisfies(problem -> assertThat(problem.getMessage().lines()).hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:1", "broker-1.city:9092,broker-2.city:65535", "[::1]:9092"})
  void serversMayBeLikeThis(String servers) {
    options.set(PlaceWatchOptions.KAFKA, servers);

    assertThatCode(() -> PlaceWatchOptions.check(options)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "history-suffix,''",
    "history-suffix,_history",
    "silence-by,processing-time",
    "silence-by,event-time",
    "disorder,0 s",
    "disorder,10 min",
    "checkpoint-interval,100 ms",
    "checkpoint-interval,1 h"
  })
  void theEdgesAreAllowed(String key, String value) {
    options.setString(key, value);

    assertThatCode(() -> PlaceWatchOptions.check(options)).doesNotThrowAnyException();
  }

  private static <T> void assertOption(ConfigOption<T> option, String key, T byDefault) {
    assertThat(option.key()).isEqualTo(key);
    assertThat(option.defaultValue()).isEqualTo(byDefault);
  }

  private void assertProblem(String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlaceWatchOptions.check(options))
        .withMessage(message);
  }
}

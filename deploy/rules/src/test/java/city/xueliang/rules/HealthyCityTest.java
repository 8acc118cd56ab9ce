package city.xueliang.rules;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition.Rate;
import city.xueliang.domain.rule.Condition.Threshold;
import city.xueliang.domain.rule.Direction;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RuleFiles;
import city.xueliang.feeds.simulate.city.Surroundings;
import city.xueliang.feeds.simulate.signal.CameraSignal;
import city.xueliang.feeds.simulate.signal.CityCalendar;
import city.xueliang.feeds.simulate.signal.SensorSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The default limits hold for nothing that the simulated city shows when nothing is wrong. */
class HealthyCityTest {
  /** A Saturday: the busiest day of the week. */
  private static final Instant START = Instant.parse("2026-11-20T16:00:00Z");

  private static final Duration INTERVAL = Duration.ofMinutes(2);
  private static final int DEVICES = 60;

  private final CityCalendar calendar = new CityCalendar(ZoneId.of("Asia/Shanghai"), START);
  private final SensorSignal sensors = new SensorSignal(1, calendar);
  private final CameraSignal cameras = new CameraSignal(1, calendar);

  static List<Rule> thresholds() throws Exception {
    return rules().stream().filter(rule -> rule.condition() instanceof Threshold).toList();
  }

  static List<Rule> rates() throws Exception {
    return rules().stream().filter(rule -> rule.condition() instanceof Rate).toList();
  }

  @ParameterizedTest
  @MethodSource("thresholds")
  void noLimitIsPassedForAsLongAsItTakes(Rule rule) {
    Threshold terms = (Threshold) rule.condition();
    for (int device = 0; device < DEVICES; device++) {
      long since = Long.MAX_VALUE;
      for (long at : times()) {
        boolean isPast =
            terms.direction().isPast(value(terms.measure(), device, at), terms.limit());
        since = isPast ? Math.min(since, at) : Long.MAX_VALUE;
        assertThat(isPast && at - since >= terms.dwell().toMillis())
            .as("%s at %s", rule.id(), Instant.ofEpochMilli(at))
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rates")
  void nothingChangesThatFast(Rule rule) {
    Rate terms = (Rate) rule.condition();
    int sign = terms.direction() == Direction.ABOVE ? 1 : -1;
    for (int device = 0; device < DEVICES; device++) {
      Deque<Double> span = new ArrayDeque<>();
      for (long at : times()) {
        span.add(sign * value(terms.measure(), device, at));
        if (span.size() > terms.span().dividedBy(INTERVAL) + 1) {
          span.remove();
        }
        double least = span.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        assertThat(span.getLast() - least).as(rule.id()).isLessThan(terms.limit());
      }
    }
  }

  private double value(Measure measure, int device, long at) {
    return measure.sender() == ModelClass.SENSOR
        ? sensors.value(device, measure, at)
        : cameras.count(device, measure, Surroundings.FESTIVAL, at);
  }

  private static long[] times() {
    return LongStream.iterate(
            START.toEpochMilli(),
            at -> at < START.plus(Duration.ofDays(2)).toEpochMilli(),
            at -> at + INTERVAL.toMillis())
        .toArray();
  }

  private static List<Rule> rules() throws Exception {
    return List.copyOf(
        new RuleFiles(ZoneOffset.UTC, "630100-ops-01")
            .add(DefaultRulesTest.FILE)
            .read()
            .rules()
            .values());
  }
}

package city.xueliang.rules;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.Condition.Burst;
import city.xueliang.domain.rule.Condition.Rate;
import city.xueliang.domain.rule.Condition.Sequence;
import city.xueliang.domain.rule.Condition.Spread;
import city.xueliang.domain.rule.Condition.Threshold;
import city.xueliang.domain.rule.Condition.Together;
import city.xueliang.domain.rule.Condition.Unusual;
import city.xueliang.domain.rule.Handling.Inhibition;
import city.xueliang.domain.rule.ResponsePolicy;
import city.xueliang.domain.rule.ResponsePolicy.Terms;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RuleFiles;
import city.xueliang.domain.rule.RuleType;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.domain.rule.Sign;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that operators start from. */
class DefaultRulesTest {
  static final Path FILE = Path.of("default.yaml");

  @Test
  void theyAreValidByMeaningAndBySchema() {
    CommandRun run = CommandRun.english("check", FILE);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("nothing is wrong with the files: rules 4");
  }

  @Test
  void theyAreOfAllTypesAndColours() throws Exception {
    assertThat(book().rules().values())
        .extracting(rule -> RuleType.of(rule.condition()))
        .contains(RuleType.values());
    assertThat(book().rules().values()).extracting(Rule::colour).contains(Colour.values());
  }

  @Test
  void everyMeasureButHeartbeatsIsJudged() throws Exception {
    Set<Measure> judged =
        book().rules().values().stream()
            .flatMap(DefaultRulesTest::measures)
            .collect(Collectors.toSet());

    assertThat(EnumSet.complementOf(EnumSet.copyOf(judged))).containsExactly(Measure.HEARTBEAT);
  }

  @Test
  void theSecondStageOfGasHoldsBackTheFirst() throws Exception {
    assertThat(book().rules().get("gas-second-stage").handling().inhibits())
        .extracting(Inhibition::ruleId)
        .containsExactly("gas-first-stage");
  }

  @Test
  void redIsWorkedByOneThreeFive() throws Exception {
    ResponsePolicy policy = book().policies().get("standard");
    Terms red =
        policy.terms().stream()
            .filter(terms -> terms.colour() == Colour.RED)
            .findFirst()
            .orElseThrow();

    assertThat(policy.places()).isEmpty();
    assertThat(Stream.of(red.acknowledge(), red.arrive(), red.reinforce()).map(Duration::toMinutes))
        .containsExactly(1L, 3L, 5L);
  }

  @Test
  void theyAreCheckedInChinese() {
    assertThat(CommandRun.run(Locale.SIMPLIFIED_CHINESE, "check", FILE).out()).startsWith("文件无误");
  }

  private static Rulebook book() throws Exception {
    return new RuleFiles(ZoneOffset.UTC, "630100-ops-01").add(FILE).read();
  }

  private static Stream<Measure> measures(Rule rule) {
    if (rule.condition() instanceof Threshold terms) {
      return Stream.of(terms.measure());
    }
    if (rule.condition() instanceof Rate terms) {
      return Stream.of(terms.measure());
    }
    if (rule.condition() instanceof Unusual terms) {
      return Stream.of(terms.measure());
    }
    return signs(rule).map(Sign::measure);
  }

  private static Stream<Sign> signs(Rule rule) {
    if (rule.condition() instanceof Burst terms) {
      return Stream.of(terms.sign());
    }
    if (rule.condition() instanceof Together terms) {
      return terms.signs().stream();
    }
    if (rule.condition() instanceof Sequence terms) {
      return Stream.of(terms.first(), terms.then());
    }
    return rule.condition() instanceof Spread terms ? Stream.of(terms.sign()) : Stream.empty();
  }
}

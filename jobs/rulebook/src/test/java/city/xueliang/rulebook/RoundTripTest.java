package city.xueliang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Condition.Burst;
import city.xueliang.domain.rule.Condition.Coverage;
import city.xueliang.domain.rule.Condition.Rate;
import city.xueliang.domain.rule.Condition.Sequence;
import city.xueliang.domain.rule.Condition.Spread;
import city.xueliang.domain.rule.Condition.Threshold;
import city.xueliang.domain.rule.Condition.Together;
import city.xueliang.domain.rule.Condition.Unusual;
import city.xueliang.domain.rule.Direction;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Handling;
import city.xueliang.domain.rule.Handling.Cause;
import city.xueliang.domain.rule.Handling.Collapse;
import city.xueliang.domain.rule.Handling.Inhibition;
import city.xueliang.domain.rule.Name;
import city.xueliang.domain.rule.ResponsePolicy;
import city.xueliang.domain.rule.ResponsePolicy.Terms;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.rule.Sign;
import city.xueliang.domain.rule.Silence;
import city.xueliang.domain.state.BinaryForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sound rules, silences and policies of any content are read as they were written. */
class RoundTripTest {
  private final RulebookRecords records = new RulebookRecords();
  private final RulebookReader reader = new RulebookReader();

  @Property(tries = 300)
  void aRule(@ForAll("rules") Rule rule) throws Exception {
    RulebookChange change = RulebookChange.of(rule);

    assertThat(reader.read(change.key(), records.encode(change))).isEqualTo(change);
    assertThat(throughState(new Rule.Form(), rule)).isEqualTo(rule);
  }

  @Property(tries = 100)
  void aSilence(@ForAll("silences") Silence silence) throws Exception {
    RulebookChange change = RulebookChange.of(silence);

    assertThat(reader.read(change.key(), records.encode(change))).isEqualTo(change);
    assertThat(throughState(new Silence.Form(), silence)).isEqualTo(silence);
  }

  @Property(tries = 100)
  void aPolicy(@ForAll("policies") ResponsePolicy policy) throws Exception {
    RulebookChange change = RulebookChange.of(policy);

    assertThat(reader.read(change.key(), records.encode(change))).isEqualTo(change);
    assertThat(throughState(new ResponsePolicy.Form(), policy)).isEqualTo(policy);
  }

  @Property(tries = 20)
  void aRemoval(@ForAll("ids") String id) throws Exception {
    RulebookChange removal = RulebookChange.removal(id);

    assertThat(reader.read(id, records.encode(removal))).isEqualTo(removal);
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.strings().withChars("abc-9").ofMaxLength(20).map(rest -> "r" + rest);
  }

  @Provide
  Arbitrary<Rule> rules() {
    return Combinators.combine(
            ids(),
            Arbitraries.integers().greaterOrEqual(1),
            names(),
            Arbitraries.of(Colour.class),
            places(),
            conditions())
        .flatAs(
            (id, version, name, colour, places, condition) ->
                handlings(condition)
                    .map(
                        handling ->
                            new Rule(id, version, name, colour, places, condition, handling)));
  }

  @Provide
  Arbitrary<Silence> silences() {
    return Combinators.combine(
            ids(),
            Arbitraries.of(Silence.Kind.class),
            places(),
            ids().set().ofMinSize(1).ofMaxSize(3),
            Arbitraries.longs().between(0, 4_000_000_000_000L),
            Arbitraries.longs().between(1_000, Duration.ofDays(31).toMillis()))
        .as(
            (id, kind, places, rules, from, length) ->
                new Silence(id, kind, places, rules, from, from + length, "630105-dispatch-02"));
  }

  @Provide
  Arbitrary<ResponsePolicy> policies() {
    Arbitrary<Terms> terms =
        Combinators.combine(
                Arbitraries.of(Colour.class),
                spans(1_000, 3_600_000),
                spans(3_600_000, 7_200_000),
                spans(7_200_000, 86_400_000),
                Arbitraries.of(CommandLevel.class))
            .as(Terms::new);
    return Combinators.combine(
            ids(),
            Arbitraries.integers().greaterOrEqual(1),
            names(),
            places(),
            terms.list().ofMinSize(1).uniqueElements(Terms::colour))
        .as(ResponsePolicy::new);
  }

  private Arbitrary<Condition> conditions() {
    return Arbitraries.oneOf(
        Combinators.combine(
                measuresWithValues(), Arbitraries.of(Direction.class), spans(0, 86_400_000))
            .as(RoundTripTest::threshold),
        Combinators.combine(
                measuresWithValues(),
                Arbitraries.of(Direction.class),
                Arbitraries.doubles().between(0.5, 1),
                spans(1_000, 3_600_000))
            .as((measure, side, limit, span) -> new Rate(measure, side, limit, limit / 3, span)),
        Combinators.combine(
                Arbitraries.of(
                    Absence.Kind.SILENT, Absence.Kind.NEVER_REPORTED, Absence.Kind.CLOCK_WRONG),
                Arbitraries.of(ModelClass.class).set().ofMinSize(1),
                spans(0, 86_400_000))
            .as(Absence::new),
        Combinators.combine(
                signs(),
                Arbitraries.of(Extent.class),
                Arbitraries.integers().between(1, 10_000),
                spans(1_000, 86_400_000))
            .as(Burst::new),
        Combinators.combine(
                signs().list().ofMinSize(1).ofMaxSize(16).uniqueElements(Sign::measure),
                Arbitraries.integers().between(2, 100),
                Arbitraries.of(true, false),
                spans(1_000, 3_600_000))
            .as(
                (signs, devices, near, span) ->
                    new Together(signs, devices, signs.size(), near, span)),
        Combinators.combine(signs(), signs(), spans(1_000, 86_400_000))
            .filter((first, then, span) -> first.measure() != then.measure())
            .as((first, then, span) -> new Sequence(first, then, Extent.GRID, span)),
        Combinators.combine(
                Arbitraries.of(Measure.class),
                Arbitraries.of(Extent.GRID, Extent.ZONE, Extent.CITY),
                Arbitraries.of(Unusual.Side.class),
                Arbitraries.doubles().between(0.1, 0.99))
            .as(
                (measure, per, side, score) ->
                    new Unusual(measure, Unusual.Statistic.COUNT, per, side, score)),
        Combinators.combine(
                signs(), Arbitraries.integers().between(2, 1_000), spans(1_000, 86_400_000))
            .as(Spread::new),
        Combinators.combine(
                Arbitraries.of(Level.class),
                Arbitraries.doubles().between(1, 100),
                Arbitraries.integers().between(1, 100_000),
                spans(0, 86_400_000))
            .as((level, dark, least, dwell) -> new Coverage(level, dark, dark / 2, least, dwell)));
  }

  private static Condition threshold(Measure measure, Direction direction, Duration dwell) {
    double low = measure.least();
    double high = measure.greatest();
    return direction == Direction.ABOVE
        ? new Threshold(measure, direction, high, low, dwell)
        : new Threshold(measure, direction, low, high, dwell);
  }

  private Arbitrary<Handling> handlings(Condition condition) {
    boolean collapses = condition instanceof Absence;
    Arbitrary<Collapse> collapse =
        Combinators.combine(
                Arbitraries.integers().between(2, 1_000),
                Arbitraries.doubles().between(1, 100),
                spans(0, 600_000),
                Arbitraries.of(Cause.class).set().ofMinSize(1))
            .as(Collapse::new);
    return Combinators.combine(
            spans(0, 86_400_000),
            Arbitraries.integers()
                .between(0, 9)
                .map(i -> new Inhibition("other-" + i, condition.judges()))
                .list()
                .ofMaxSize(3)
                .uniqueElements(),
            collapse.injectNull(collapses ? 0.5 : 1))
        .as(
            (holdOff, inhibits, by) ->
                new Handling(condition.judges(), holdOff, inhibits, collapses ? by : null));
  }

  private static Arbitrary<Measure> measuresWithValues() {
    return Arbitraries.of(Arrays.stream(Measure.values()).filter(Measure::isValued).toList());
  }

  private static Arbitrary<Sign> signs() {
    return Arbitraries.of(Measure.class)
        .map(
            measure ->
                measure.isValued() ? new Sign(measure, measure.greatest()) : Sign.of(measure));
  }

  private static Arbitrary<Set<String>> places() {
    return Arbitraries.of("630100", "630105", "630105002", "630105002001", "school-belt")
        .set()
        .ofMaxSize(3);
  }

  private static Arbitrary<Name> names() {
    return Combinators.combine(
            Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(60), Arbitraries.of("火警", "x"))
        .as((en, zh) -> new Name(zh, en));
  }

  private static Arbitrary<Duration> spans(long least, long greatest) {
    return Arbitraries.longs().between(least, greatest).map(Duration::ofMillis);
  }

  private static <T> T throughState(BinaryForm<T> form, T value) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    form.write(value, new DataOutputStream(bytes));
    return form.read(
        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), form.version());
  }
}

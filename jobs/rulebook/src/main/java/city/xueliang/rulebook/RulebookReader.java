package city.xueliang.rulebook;

import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Handling;
import city.xueliang.domain.rule.Handling.Cause;
import city.xueliang.domain.rule.Handling.Collapse;
import city.xueliang.domain.rule.Handling.Inhibition;
import city.xueliang.domain.rule.InvalidRulesException;
import city.xueliang.domain.rule.Name;
import city.xueliang.domain.rule.ResponsePolicy;
import city.xueliang.domain.rule.ResponsePolicy.Terms;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RuleCheck;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.rule.Silence;
import city.xueliang.domain.text.Problem;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads records of the topic of rules, as strictly as a rule file is read: whatever program wrote
 * them, only what makes sense comes through.
 *
 * <p>Not safe for use by two threads at once.
 */
public final class RulebookReader {
  /** One alert a device, and a relapse within five minutes reopens it. */
  private static final Handling FIRST_RELEASE =
      new Handling(Extent.DEVICE, Duration.ofMinutes(5), List.of(), null);

  private final SingleObjectCodec<city.xueliang.schemas.Rule> rules =
      SingleObjectCodec.of(city.xueliang.schemas.Rule.class);
  private final SingleObjectCodec<city.xueliang.schemas.Silence> silences =
      SingleObjectCodec.of(city.xueliang.schemas.Silence.class);
  private final SingleObjectCodec<city.xueliang.schemas.ResponsePolicy> policies =
      SingleObjectCodec.of(city.xueliang.schemas.ResponsePolicy.class);

  /**
   * What a record lays down.
   *
   * @param key null is refused as a key of nothing
   * @param value null for a removal
   * @throws UndecodableException if the value is of no contract that goes with the key
   * @throws InvalidRulesException with all that makes no sense; the problems name the topic and key
   *     as their file
   */
  public RulebookChange read(String key, byte[] value)
      throws UndecodableException, InvalidRulesException {
    RulebookChange removal = RulebookChange.removal(key == null ? "" : key);
    if (value == null) {
      return removal;
    }
    String source = Topics.RULES + '/' + removal.key();
    List<Problem> problems = new ArrayList<>();
    RulebookChange change;
    if (removal.isOfSilence()) {
      Silence silence = silence(silences.decode(value, null));
      problems.addAll(RuleCheck.problems(source, silence));
      change = RulebookChange.of(silence);
    } else if (removal.isOfPolicy()) {
      ResponsePolicy policy = policy(policies.decode(value, null));
      problems.addAll(RuleCheck.problems(source, policy));
      change = RulebookChange.of(policy);
    } else {
      city.xueliang.schemas.Rule record = rules.decode(value, null);
      ConditionReader conditions = new ConditionReader(source);
      Rule rule = rule(record, conditions);
      // A missing condition was explained by its reader.
      RuleCheck.problems(source, rule).stream()
          .filter(problem -> rule.condition() != null || !problem.field().equals("type"))
          .forEach(problems::add);
      problems.addAll(conditions.problems());
      if (record.getHandling() != null && hasUnknownCause(record.getHandling())) {
        problems.add(Problem.of(source, 0, "handling.collapse.causes", "entry-missing"));
      }
      change = RulebookChange.of(rule);
    }
    if (!change.key().equals(key)) {
      problems.add(Problem.of(source, 0, "id", "entry-key", removal.key(), change.key()));
    }
    if (!problems.isEmpty()) {
      throw new InvalidRulesException(problems);
    }
    return change;
  }

  private static Rule rule(city.xueliang.schemas.Rule record, ConditionReader conditions) {
    return new Rule(
        record.getRuleId(),
        record.getVersion(),
        new Name(record.getNameZh(), record.getNameEn()),
        Symbols.of(Colour.class, record.getColour()),
        new HashSet<>(record.getPlaces()),
        conditions.read(record),
        record.getHandling() == null ? FIRST_RELEASE : handling(record.getHandling()));
  }

  private static Handling handling(city.xueliang.schemas.Handling record) {
    return new Handling(
        Symbols.of(Extent.class, record.getGroupBy()),
        Duration.ofMillis(record.getHoldOffMillis()),
        record.getInhibits().stream()
            .map(
                inhibition ->
                    new Inhibition(
                        inhibition.getRuleId(), Symbols.of(Extent.class, inhibition.getEqual())))
            .toList(),
        record.getCollapse() == null ? null : collapse(record.getCollapse()));
  }

  private static Collapse collapse(city.xueliang.schemas.Collapse record) {
    return new Collapse(
        record.getLeast(),
        record.getPercent(),
        Duration.ofMillis(record.getPatienceMillis()),
        known(Cause.class, record.getCauses()));
  }

  private static boolean hasUnknownCause(city.xueliang.schemas.Handling record) {
    return record.getCollapse() != null
        && record.getCollapse().getCauses().stream()
            .anyMatch(cause -> Symbols.of(Cause.class, cause) == null);
  }

  private static Silence silence(city.xueliang.schemas.Silence record) {
    return new Silence(
        record.getSilenceId(),
        Symbols.of(Silence.Kind.class, record.getKind()),
        new HashSet<>(record.getPlaces()),
        new HashSet<>(record.getRules()),
        record.getFrom().toEpochMilli(),
        record.getTo().toEpochMilli(),
        record.getSeat());
  }

  private static ResponsePolicy policy(city.xueliang.schemas.ResponsePolicy record) {
    return new ResponsePolicy(
        record.getPolicyId(),
        record.getVersion(),
        new Name(record.getNameZh(), record.getNameEn()),
        new HashSet<>(record.getPlaces()),
        record.getTerms().stream()
            .map(
                terms ->
                    new Terms(
                        Symbols.of(Colour.class, terms.getColour()),
                        Duration.ofMillis(terms.getAcknowledgeMillis()),
                        Duration.ofMillis(terms.getArriveMillis()),
                        Duration.ofMillis(terms.getReinforceMillis()),
                        Symbols.of(CommandLevel.class, terms.getStart())))
            .toList());
  }

  /** Those that this release knows. */
  static <E extends Enum<E>> Set<E> known(Class<E> type, List<? extends Enum<?>> symbols) {
    return symbols.stream()
        .map(symbol -> Symbols.of(type, symbol))
        .filter(value -> value != null)
        .collect(Collectors.toSet());
  }
}

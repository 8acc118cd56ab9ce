package city.xueliang.rulebook;

import city.xueliang.domain.rule.Handling;
import city.xueliang.domain.rule.Handling.Collapse;
import city.xueliang.domain.rule.ResponsePolicy;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.rule.Silence;
import city.xueliang.schemas.AlertCause;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.CommandLevel;
import city.xueliang.schemas.Extent;
import city.xueliang.schemas.Inhibition;
import city.xueliang.schemas.ResponseTerms;
import city.xueliang.schemas.SilenceKind;
import city.xueliang.schemas.SingleObjectCodec;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Writes changes of the rulebook as values of the topic of rules.
 *
 * <p>Not safe for use by two threads at once.
 */
public final class RulebookRecords {
  private final SingleObjectCodec<city.xueliang.schemas.Rule> rules =
      SingleObjectCodec.of(city.xueliang.schemas.Rule.class);
  private final SingleObjectCodec<city.xueliang.schemas.Silence> silences =
      SingleObjectCodec.of(city.xueliang.schemas.Silence.class);
  private final SingleObjectCodec<city.xueliang.schemas.ResponsePolicy> policies =
      SingleObjectCodec.of(city.xueliang.schemas.ResponsePolicy.class);

  /** The value of the record with the change's key; null for a removal. */
  public byte[] encode(RulebookChange change) {
    if (change.rule() != null) {
      return rules.encode(toRecord(change.rule()));
    }
    if (change.silence() != null) {
      return silences.encode(toRecord(change.silence()));
    }
    return change.policy() == null ? null : policies.encode(toRecord(change.policy()));
  }

  static city.xueliang.schemas.Rule toRecord(Rule rule) {
    city.xueliang.schemas.Rule.Builder record =
        city.xueliang.schemas.Rule.newBuilder()
            .setRuleId(rule.id())
            .setVersion(rule.version())
            .setNameZh(rule.name().zh())
            .setNameEn(rule.name().en())
            .setColour(Colour.valueOf(rule.colour().name()))
            .setPlaces(sorted(rule.places()))
            .setHandling(toRecord(rule.handling()));
    ConditionRecords.put(rule.condition(), record);
    return record.build();
  }

  static city.xueliang.schemas.Silence toRecord(Silence silence) {
    return city.xueliang.schemas.Silence.newBuilder()
        .setSilenceId(silence.id())
        .setKind(SilenceKind.valueOf(silence.kind().name()))
        .setPlaces(sorted(silence.places()))
        .setRules(sorted(silence.rules()))
        .setFrom(Instant.ofEpochMilli(silence.from()))
        .setTo(Instant.ofEpochMilli(silence.to()))
        .setSeat(silence.seat())
        .build();
  }

  static city.xueliang.schemas.ResponsePolicy toRecord(ResponsePolicy policy) {
    return city.xueliang.schemas.ResponsePolicy.newBuilder()
        .setPolicyId(policy.id())
        .setVersion(policy.version())
        .setNameZh(policy.name().zh())
        .setNameEn(policy.name().en())
        .setPlaces(sorted(policy.places()))
        .setTerms(policy.terms().stream().map(RulebookRecords::toRecord).toList())
        .build();
  }

  private static ResponseTerms toRecord(ResponsePolicy.Terms terms) {
    return ResponseTerms.newBuilder()
        .setColour(Colour.valueOf(terms.colour().name()))
        .setAcknowledgeMillis(terms.acknowledge().toMillis())
        .setArriveMillis(terms.arrive().toMillis())
        .setReinforceMillis(terms.reinforce().toMillis())
        .setStart(CommandLevel.valueOf(terms.start().name()))
        .build();
  }

  private static city.xueliang.schemas.Handling toRecord(Handling handling) {
    return city.xueliang.schemas.Handling.newBuilder()
        .setGroupBy(Extent.valueOf(handling.groupBy().name()))
        .setHoldOffMillis(handling.holdOff().toMillis())
        .setInhibits(
            handling.inhibits().stream()
                .map(
                    inhibition ->
                        Inhibition.newBuilder()
                            .setRuleId(inhibition.ruleId())
                            .setEqual(Extent.valueOf(inhibition.equal().name()))
                            .build())
                .toList())
        .setCollapse(handling.collapse() == null ? null : toRecord(handling.collapse()))
        .build();
  }

  private static city.xueliang.schemas.Collapse toRecord(Collapse collapse) {
    return city.xueliang.schemas.Collapse.newBuilder()
        .setLeast(collapse.least())
        .setPercent(collapse.percent())
        .setPatienceMillis(collapse.patience().toMillis())
        .setCauses(Symbols.all(AlertCause.class, collapse.causes()))
        .build();
  }

  private static List<String> sorted(Set<String> texts) {
    return texts.stream().sorted().toList();
  }
}

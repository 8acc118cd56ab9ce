package city.xueliang.placewatch.detect;

import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.desk.RulesInForce;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.Verdict;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.flink.state.BinaryTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Where the current key stands with the rules of one type. State, by rule: the detector's, until it
 * says nothing any more; and of what is raised, the subject of which that was said, which is also
 * the one of which it is taken back.
 *
 * @param <S> the detectors' state
 * @param <I> what they judge
 */
public final class RuleWatches<S, I> {
  private final Function<Rule, Detector<S, I>> detectors;
  private final MapStateDescriptor<String, S> descriptor;
  private final MapState<String, S> states;
  private final MapState<String, Subject> raised;

  /**
   * @param name of the state, such as {@code threshold}
   * @param detectors of the rules of this type; null for another
   */
  public RuleWatches(
      RuntimeContext context,
      String name,
      Class<S> type,
      BinaryForm<S> form,
      Function<Rule, Detector<S, I>> detectors) {
    this.detectors = detectors;
    this.descriptor =
        new MapStateDescriptor<>(name + "-watches", Types.STRING, BinaryTypeInfo.of(type, form));
    this.states = context.getMapState(descriptor);
    this.raised =
        context.getMapState(
            new MapStateDescriptor<>(
                name + "-raised",
                Types.STRING,
                BinaryTypeInfo.of(Subject.class, new Subject.Form())));
  }

  /** The state that {@code applyToKeyedState} needs. */
  public MapStateDescriptor<String, S> descriptor() {
    return descriptor;
  }

  /** Judges what came of a subject by a rule. */
  public void judge(Rule rule, I input, Subject subject, Consumer<Signal> out) throws Exception {
    Detector<S, I> detector = detectors.apply(rule);
    S before = states.get(rule.id());
    Verdict<S> verdict = detector.judge(before == null ? detector.initial() : before, input);
    keep(rule, detector, verdict, subject, out);
  }

  /** Whether something is raised by the rule, or about to be. */
  public boolean isWatched(Rule rule) throws Exception {
    return states.contains(rule.id());
  }

  /** Judges what time has made of all watches; what is said of no raised subject is of this one. */
  public void onTime(RulesInForce book, long now, Subject subject, Consumer<Signal> out)
      throws Exception {
    for (String id : watched()) {
      Rule rule = book.rule(id);
      Detector<S, I> detector = rule == null ? null : detectors.apply(rule);
      if (detector == null) {
        forget(id);
      } else {
        keep(rule, detector, detector.onTime(states.get(id), now), subject, out);
      }
    }
  }

  /** Judges what time has made of the watch for one rule. */
  public void onTime(Rule rule, long now, Subject subject, Consumer<Signal> out) throws Exception {
    S before = states.get(rule.id());
    if (before != null) {
      Detector<S, I> detector = detectors.apply(rule);
      keep(rule, detector, detector.onTime(before, now), subject, out);
    }
  }

  /** When {@link #onTime} has to be called; {@link Detector#NEVER} if it need not. */
  public long due(RulesInForce book) throws Exception {
    long due = Detector.NEVER;
    for (String id : watched()) {
      Rule rule = book.rule(id);
      Detector<S, I> detector = rule == null ? null : detectors.apply(rule);
      if (detector != null) {
        due = Math.min(due, detector.due(states.get(id)));
      }
    }
    return due;
  }

  /**
   * Takes in that a rule is another one now. What is raised and does not hold by the new one is
   * taken back; of a rule that is gone, the desk itself ends the alerts.
   *
   * @param rule null if there is none of this id any more
   * @param covered whether the rule still is about a subject
   * @param now epoch milliseconds
   */
  public void change(
      String ruleId, Rule rule, Predicate<Subject> covered, long now, Consumer<Signal> out)
      throws Exception {
    S before = states.get(ruleId);
    if (before == null) {
      return;
    }
    Subject subject = raised.get(ruleId);
    Detector<S, I> detector = rule == null ? null : detectors.apply(rule);
    if (rule == null) {
      forget(ruleId);
    } else if (detector == null || (subject != null && !covered.test(subject))) {
      withdraw(rule, now, out);
    } else {
      keep(rule, detector, detector.rejudge(before), subject, out);
    }
  }

  /** Forgets a watch; what is raised by it is taken back. */
  public void withdraw(Rule rule, long at, Consumer<Signal> out) throws Exception {
    Subject subject = raised.get(rule.id());
    if (subject != null) {
      out.accept(Signal.of(Kind.CLEARED, rule, subject, Why.seen(List.of()), at));
    }
    forget(rule.id());
  }

  /** Forgets all watches; what is raised is taken back. */
  public void withdrawAll(RulesInForce book, long at, Consumer<Signal> out) throws Exception {
    for (String id : watched()) {
      Rule rule = book.rule(id);
      if (rule == null) {
        forget(id);
      } else {
        withdraw(rule, at, out);
      }
    }
  }

  private void forget(String ruleId) throws Exception {
    states.remove(ruleId);
    raised.remove(ruleId);
  }

  private List<String> watched() throws Exception {
    List<String> ids = new ArrayList<>();
    states.keys().forEach(ids::add);
    return ids;
  }

  private void keep(
      Rule rule, Detector<S, I> detector, Verdict<S> verdict, Subject subject, Consumer<Signal> out)
      throws Exception {
    if (detector.isForgettable(verdict.state())) {
      states.remove(rule.id());
    } else {
      states.put(rule.id(), verdict.state());
    }
    for (Finding finding : verdict.findings()) {
      tell(rule, finding, subject, out);
    }
  }

  /** One alert over several districts needs the desk of the city. */
  private static Subject worked(Rule rule, Subject subject) {
    Extent over = rule.handling().groupBy();
    return over == Extent.CITY || over == Extent.ZONE ? subject.ofCity() : subject;
  }

  private void tell(Rule rule, Finding finding, Subject subject, Consumer<Signal> out)
      throws Exception {
    if (!finding.place().isEmpty()) {
      out.accept(
          finding.signal(
              rule, Subject.ofPlace(finding.place(), PlaceCodes.districtOf(finding.place()))));
      return;
    }
    Subject known = raised.get(rule.id());
    Subject told = known == null ? subject : known;
    if (told == null) {
      return;
    }
    if (finding.kind() == Kind.RAISED) {
      told = worked(rule, told);
      raised.put(rule.id(), told);
    } else if (finding.kind() == Kind.CLEARED) {
      raised.remove(rule.id());
    }
    out.accept(finding.signal(rule, told));
  }
}

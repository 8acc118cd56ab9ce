package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.CloseReason;
import city.xueliang.domain.alert.Enrolment;
import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.rule.Name;
import city.xueliang.domain.rule.ResponsePolicy;
import city.xueliang.domain.rule.ResponsePolicy.Terms;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.Silence;
import city.xueliang.domain.state.BinaryForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A desk with its clock, its rules and what it has published. Seconds count from noon. */
final class TestingDesk {
  static final String DISTRICT = "630105";
  static final String GRID = "630105001001001";
  static final String NEXT_GRID = "630105001001002";
  static final String FAR_GRID = "630105002001001";
  static final String SEAT = "630105-dispatch-02";

  /** 21 November 2026, noon in Xining. */
  static final long NOON = 1_795_233_600_000L;

  /** Acknowledge in 1, arrive in 3, reinforce in 5 minutes. */
  static final ResponsePolicy ONE_THREE_FIVE = policy("1-3-5", 1, 3, 5);

  private final Map<String, Rule> rules = new TreeMap<>();
  private final Map<String, Silence> silences = new TreeMap<>();
  private final Map<String, ResponsePolicy> policies = new TreeMap<>();
  private final Map<String, List<String>> zones = new HashMap<>();
  private final List<Alert> published = new ArrayList<>();
  private DistrictDesk desk = new DistrictDesk(DISTRICT);
  private long now = NOON;
  private int actions;

  /** Null after rules, silences or policies changed. */
  private Surroundings around;

  static TestingDesk with(TestingRules... rules) {
    TestingDesk desk = new TestingDesk();
    for (TestingRules rule : rules) {
      desk.rule(rule);
    }
    desk.policy(ONE_THREE_FIVE);
    return desk;
  }

  static ResponsePolicy policy(
      String id, int acknowledge, int arrive, int reinforce, String... places) {
    Terms terms =
        new Terms(
            Colour.RED,
            Duration.ofMinutes(acknowledge),
            Duration.ofMinutes(arrive),
            Duration.ofMinutes(reinforce),
            CommandLevel.COMMUNITY);
    return new ResponsePolicy(id, 1, new Name(id, id), Set.of(places), List.of(terms));
  }

  static Subject camera(String id) {
    return camera(id, GRID, "sw-1");
  }

  static Subject camera(String id, String grid, String segment) {
    return new Subject(grid, DISTRICT, id, segment, ModelClass.CAMERA);
  }

  static Signal signal(Kind kind, String rule, Subject subject, long second) {
    return signalAt(kind, rule, subject, NOON + second * 1_000);
  }

  static Signal signalAt(Kind kind, String rule, Subject subject, long at) {
    Evidence evidence = new Evidence(subject.deviceId(), Measure.GAS_LEL_PERCENT, 30, at);
    Why why = Why.passed(25, List.of(evidence));
    return new Signal(kind, rule, 1, Colour.RED, subject, why, at);
  }

  static Silence silence(String id, long fromSecond, long toSecond, String... places) {
    return new Silence(
        id,
        Silence.Kind.SILENCE,
        Set.of(places),
        Set.of(),
        NOON + fromSecond * 1_000,
        NOON + toSecond * 1_000,
        SEAT);
  }

  TestingDesk rule(TestingRules rule) {
    Rule built = rule.build();
    around = null;
    rules.put(built.id(), built);
    return this;
  }

  TestingDesk without(String rule) {
    around = null;
    rules.remove(rule);
    return this;
  }

  TestingDesk silence(Silence silence) {
    around = null;
    silences.put(silence.id(), silence);
    return this;
  }

  TestingDesk noSilences() {
    around = null;
    silences.clear();
    return this;
  }

  TestingDesk policy(ResponsePolicy policy) {
    around = null;
    policies.put(policy.id(), policy);
    return this;
  }

  TestingDesk noPolicies() {
    around = null;
    policies.clear();
    return this;
  }

  TestingDesk zone(String zone, String... grids) {
    for (String grid : grids) {
      zones.computeIfAbsent(grid, any -> new ArrayList<>()).add(zone);
    }
    return this;
  }

  Surroundings around() {
    if (around == null) {
      around = new Surroundings(book(), grid -> zones.getOrDefault(grid, List.of()));
    }
    return around;
  }

  private RulesInForce book() {
    RulesInForce.Builder book = RulesInForce.builder();
    rules.values().forEach(book::rule);
    silences.values().forEach(book::silence);
    policies.values().forEach(book::policy);
    return book.build();
  }

  /** The clock goes on to this second, with all timers on the way. */
  TestingDesk at(long second) {
    long end = NOON + second * 1_000;
    while (desk.nextTime() <= end) {
      now = Math.max(now, desk.nextTime());
      desk.onTime(around(), now, published::add);
    }
    now = end;
    return this;
  }

  /** The clock jumps to this second, as after an outage. */
  TestingDesk wakesUpAt(long second) {
    now = NOON + second * 1_000;
    desk.onTime(around(), now, published::add);
    return this;
  }

  TestingDesk rulesChanged() {
    desk.rulesChanged(around(), now, published::add);
    return this;
  }

  TestingDesk raised(String rule, Subject subject) {
    return take(signalAt(Kind.RAISED, rule, subject, now));
  }

  TestingDesk repeated(String rule, Subject subject) {
    return take(signalAt(Kind.REPEATED, rule, subject, now));
  }

  TestingDesk cleared(String rule, Subject subject) {
    return take(signalAt(Kind.CLEARED, rule, subject, now));
  }

  TestingDesk take(Signal signal) {
    desk.take(signal, around(), now, published::add);
    return this;
  }

  TestingDesk enrolled(Subject device) {
    desk.take(new Enrolment(device, true), around(), now, published::add);
    return this;
  }

  TestingDesk dismissed(Subject device) {
    desk.take(new Enrolment(device, false), around(), now, published::add);
    return this;
  }

  Optional<Refused> act(Action.Kind kind) {
    return act(kind, last().id());
  }

  Optional<Refused> act(Action.Kind kind, String alertId) {
    actions++;
    CloseReason reason = kind == Action.Kind.CLOSE ? CloseReason.HANDLED : null;
    return act(new Action("action-" + actions, alertId, kind, SEAT, 0, reason, 0, now));
  }

  Optional<Refused> shelve(String alertId, long untilSecond) {
    actions++;
    return act(
        new Action(
            "action-" + actions,
            alertId,
            Action.Kind.SHELVE,
            SEAT,
            0,
            null,
            NOON + untilSecond * 1_000,
            now));
  }

  Optional<Refused> act(Action action) {
    return desk.act(action, around(), now, published::add);
  }

  TestingDesk restored() {
    try {
      desk = BinaryForms.roundTrip(new DistrictDesk.Form(), desk);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DistrictDesk desk() {
    return desk;
  }

  long now() {
    return now;
  }

  List<Alert> published() {
    return published;
  }

  Alert last() {
    return published.get(published.size() - 1);
  }

  /** The newest revision of each alert, in the order in which they were published first. */
  List<Alert> alerts() {
    Map<String, Alert> newest = new LinkedHashMap<>();
    published.forEach(alert -> newest.put(alert.id(), alert));
    return List.copyOf(newest.values());
  }

  /** The newest revision of the one alert of a rule. */
  Alert alertOf(String rule) {
    List<Alert> found = alerts().stream().filter(alert -> alert.ruleId().equals(rule)).toList();
    if (found.size() != 1) {
      throw new IllegalStateException("Not one alert of " + rule + ": " + found);
    }
    return found.get(0);
  }

  List<Alert> open() {
    return alerts().stream().filter(Alert::isOpen).toList();
  }
}

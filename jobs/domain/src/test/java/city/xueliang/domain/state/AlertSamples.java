package city.xueliang.domain.state;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.CloseReason;
import city.xueliang.domain.alert.Enrolment;
import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Held;
import city.xueliang.domain.alert.Response;
import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.desk.DeskSamples;
import city.xueliang.domain.desk.DistrictDesk;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.rule.Handling.Cause;
import city.xueliang.domain.state.BinaryFormsTest.Sample;
import java.util.ArrayList;
import java.util.List;

/** Alerts and what they are made of, each with the values that differ in how they are written. */
final class AlertSamples {
  private static final Evidence READING = new Evidence("63", Measure.TILT_DEGREE, -0.5, 7);
  private static final Evidence SILENCE = new Evidence("", null, 0, -7);
  private static final Subject CAMERA =
      new Subject("630105002001001", "630105", "63", "交换机-1", ModelClass.CAMERA);
  private static final Subject ZONE = Subject.ofPlace("belt", "630100");
  private static final Why WHY = new Why(25, -1, 1, 0.99, List.of(READING, SILENCE));
  private static final Scope DEVICE = Scope.of("630105002001001", Level.GRID, "630105", "63");
  private static final Scope CAUSE =
      new Scope("630105", Level.DISTRICT, "630105", "", Cause.SEGMENT, "sw-1");
  private static final Response NOT_YET = Response.notYet(CommandLevel.STREET);
  private static final Response WORKED =
      new Response(1, 2, 3, 4, CloseReason.HANDLED, "630105-1", CommandLevel.CITY, 3, 300);
  private static final Held HELD = new Held(Long.MAX_VALUE, "00ff", "works");

  private AlertSamples() {}

  static List<Sample<?>> all() {
    List<Sample<?>> all = new ArrayList<>();
    all.add(Sample.of(new Evidence.Form(), READING));
    all.add(Sample.of(new Evidence.Form(), SILENCE));
    all.add(Sample.of(new Why.Form(), WHY));
    all.add(Sample.of(new Subject.Form(), CAMERA));
    all.add(Sample.of(new Subject.Form(), ZONE));
    all.add(Sample.of(new Scope.Form(), DEVICE));
    all.add(Sample.of(new Scope.Form(), CAUSE));
    all.add(Sample.of(new Response.Form(), NOT_YET));
    all.add(Sample.of(new Response.Form(), WORKED));
    all.add(Sample.of(new Held.Form(), Held.NOT));
    all.add(Sample.of(new Held.Form(), HELD));
    all.add(Sample.of(new Enrolment.Form(), new Enrolment(CAMERA, true)));
    all.add(Sample.of(new Enrolment.Form(), new Enrolment(CAMERA, false)));
    all.add(
        Sample.of(
            new Action.Form(),
            new Action("a", "b", Action.Kind.SHELVE, "630105-1", 7, null, 9, 10)));
    all.add(
        Sample.of(
            new Action.Form(),
            new Action("a", "b", Action.Kind.CLOSE, "s", 0, CloseReason.TEST, 0, -1)));
    all.add(
        Sample.of(
            new Signal.Form(),
            new Signal(Signal.Kind.RAISED, "gas", 2, Colour.RED, CAMERA, WHY, 7)));
    all.add(
        Sample.of(
            new Signal.Form(),
            new Signal(Signal.Kind.CLEARED, "", 0, Colour.BLUE, ZONE, Why.seen(List.of()), -7)));
    all.add(Sample.of(new Alert.Form(), alert(DEVICE, AlertState.OPEN, NOT_YET, Held.NOT)));
    all.add(Sample.of(new Alert.Form(), alert(CAUSE, AlertState.CLOSED, WORKED, HELD)));
    for (DistrictDesk desk : DeskSamples.all()) {
      all.add(Sample.of(new DistrictDesk.Form(), desk));
    }
    return List.copyOf(all);
  }

  private static Alert alert(Scope scope, AlertState state, Response response, Held held) {
    return new Alert(
        "00ff",
        3,
        "gas",
        2,
        Colour.BLUE,
        scope,
        state,
        true,
        300,
        1,
        -1,
        2,
        3,
        WHY,
        List.of("63", "64"),
        response,
        held,
        List.of("0a"),
        99);
  }
}

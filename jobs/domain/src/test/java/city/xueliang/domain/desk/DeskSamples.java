package city.xueliang.domain.desk;

import static city.xueliang.domain.desk.TestingDesk.camera;
import static city.xueliang.domain.desk.TestingDesk.silence;
import static city.xueliang.domain.desk.TestingRules.rule;
import static city.xueliang.domain.desk.TestingRules.silentCameras;

import city.xueliang.domain.alert.Action.Kind;
import city.xueliang.domain.rule.Extent;
import java.util.List;

/** Desks in the middle of their work, for tests of how they are stored. */
public final class DeskSamples {
  private DeskSamples() {}

  public static List<DistrictDesk> all() {
    return List.of(new DistrictDesk(TestingDesk.DISTRICT), busy(), withCause());
  }

  /** Alerts in all states, some held back, one counted but not told, one signal without a rule. */
  private static DistrictDesk busy() {
    TestingDesk desk =
        TestingDesk.with(rule("flame").inhibits("smoke", Extent.GRID), rule("smoke"), rule("gas"))
            .silence(silence("works", 20, 900, TestingDesk.FAR_GRID))
            .raised("flame", camera("a"))
            .raised("smoke", camera("b"));
    desk.act(Kind.ACKNOWLEDGE, desk.alertOf("flame").id());
    desk.shelve(desk.alertOf("smoke").id(), 700);
    desk.at(10).raised("gas", camera("c"));
    desk.act(Kind.CLOSE);
    desk.at(15).raised("smoke", camera("d")).cleared("smoke", camera("d"));
    desk.raised("gas", camera("e", TestingDesk.FAR_GRID, "")).repeated("flame", camera("a"));
    return desk.at(30).repeated("gas", camera("e")).raised("unknown", camera("a")).desk();
  }

  /** Devices that wait, that have a common cause, and that have alerts of their own. */
  private static DistrictDesk withCause() {
    TestingDesk desk = TestingDesk.with(silentCameras());
    for (int i = 0; i < 40; i++) {
      desk.enrolled(camera("d" + i, TestingDesk.GRID, "sw-" + i % 3));
    }
    desk.raised("silent-camera", camera("x", TestingDesk.FAR_GRID, "sw-9")).at(70);
    for (int i = 0; i < 30; i++) {
      desk.raised("silent-camera", camera("d" + i, TestingDesk.GRID, "sw-" + i % 3));
    }
    desk.at(140).cleared("silent-camera", camera("d0", TestingDesk.GRID, "sw-0"));
    return desk.raised("silent-camera", camera("y", TestingDesk.FAR_GRID, "sw-9")).desk();
  }
}

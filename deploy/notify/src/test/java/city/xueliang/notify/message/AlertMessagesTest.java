package city.xueliang.notify.message;

import static city.xueliang.notify.TestingAlert.AT_NIGHT;
import static city.xueliang.notify.TestingAlert.cleared;
import static city.xueliang.notify.TestingAlert.opened;
import static city.xueliang.notify.TestingAlert.revision;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.notify.happening.Happening;
import city.xueliang.schemas.AlertCause;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.Evidence;
import city.xueliang.schemas.ReasonCode;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AlertMessagesTest {
  private static final Clock CLOCK = Clock.fixed(AT_NIGHT.plusSeconds(9), ZoneOffset.UTC);

  private final AlertMessages chinese = messages(Locale.SIMPLIFIED_CHINESE);
  private final AlertMessages english = messages(Locale.ENGLISH);

  @Test
  void saysAllThatIsNeededAtNight() {
    assertThat(chinese.alert(opened().build(), Happening.OPENED).text())
        .isEqualTo(
            """
            🔴 红色 新警情：可燃气体一级 · 第七网格
            地点：城北区 / 第七网格（630105003012007）
            设备：1 台，gas-0007
            依据：可燃气体 27.46 % LEL，限值 25 % LEL
            起始：11-22 03:00:00，历时 5 秒
            指挥层级：社区级
            须办：请尽快接警确认；11-22 03:01:00 未完成即上报一级
            编号：0123456789abcdef0123456789abcdef 第 1 版（雪亮）""");
    assertThat(english.alert(opened().build(), Happening.OPENED).text())
        .isEqualTo(
            """
            🔴 RED opened: Gas, first stage · Grid 7
            Place: Chengbei / Grid 7 (630105003012007)
            Devices: 1 device, gas-0007
            Evidence: combustible gas 27.46 % LEL, limit 25 % LEL
            Since: 11-22 03:00:00, for 5 s
            Command level: community
            To do: acknowledge it now; goes a level up at 11-22 03:01:00
            Alert: 0123456789abcdef0123456789abcdef revision 1 (Xueliang 雪亮)""");
  }

  @Test
  void whatIsOverSaysHowAndForHowLong() {
    assertThat(english.alert(cleared(4).build(), Happening.CLEARED).text())
        .startsWith("✅ RED cleared: ")
        .contains("for 12 min 34 s")
        .contains("Outcome: 11-22 03:12:34 the condition is gone, cleared by itself")
        .doesNotContain("To do");
    assertThat(
            chinese
                .alert(
                    revision(5)
                        .setState(AlertState.CLOSED)
                        .setClosedAt(AT_NIGHT.plusSeconds(60))
                        .setReasonCode(ReasonCode.FALSE_ALARM)
                        .build(),
                    Happening.CLOSED)
                .text())
        .contains("结果：11-22 03:01:00 处置结束：误报（现象仍在）");
  }

  @Test
  void manyDevicesAreCountedWithTheirCause() {
    assertThat(
            english
                .alert(
                    opened()
                        .setDevices(List.of("cam-1", "cam-2", "cam-3"))
                        .setCause(AlertCause.SEGMENT)
                        .setCauseKey("sw-12")
                        .build(),
                    Happening.OPENED)
                .text())
        .contains("Devices: 3 devices (same network segment: sw-12)")
        .doesNotContain("cam-1");
  }

  @Test
  void anUnusualValueStandsAgainstWhatWasExpected() {
    Evidence count =
        Evidence.newBuilder()
            .setDeviceId("")
            .setKind(CameraKind.CROWD_COUNT)
            .setValue(312)
            .setOccurredAt(AT_NIGHT)
            .build();
    assertThat(
            chinese
                .alert(
                    opened()
                        .setEvidence(List.of(count))
                        .setLimit(null)
                        .setExpectedLow(20.0)
                        .setExpectedHigh(85.5)
                        .build(),
                    Happening.OPENED)
                .text())
        .contains("依据：人数 312，预期 20 至 85.5");
  }

  @Test
  void anEscalationSaysHowManyDeadlinesWereMissed() {
    assertThat(
            english
                .alert(
                    revision(3)
                        .setEscalations(2)
                        .setCommandLevel(city.xueliang.schemas.CommandLevel.DISTRICT)
                        .build(),
                    Happening.ESCALATED)
                .text())
        .contains("Command level: district (deadlines missed: 2)");
  }

  @Test
  void codesStandInForNamesThatAreNotKnown() {
    assertThat(english.alert(opened().setRuleId("new-rule").build(), Happening.OPENED).title())
        .contains("new-rule");
  }

  @Test
  void noSeatAndSoNoPersonIsNamed() {
    assertThat(
            chinese
                .alert(revision(2).setSeat("630105-dispatch-02").build(), Happening.ESCALATED)
                .text())
        .doesNotContain("dispatch");
  }

  @Test
  void aTestSaysThatItIsOne() {
    assertThat(chinese.test("duty").text()).contains("【测试】").contains("duty");
    assertThat(english.test("duty").text()).contains("[TEST]");
  }

  @Test
  void theSameRevisionHasTheSameKeyInEveryLanguage() {
    assertThat(chinese.alert(revision(7).build(), Happening.OPENED).key())
        .isEqualTo("0123456789abcdef0123456789abcdef-7")
        .isEqualTo(english.alert(revision(7).build(), Happening.REOPENED).key());
  }

  private static AlertMessages messages(Locale language) {
    return new AlertMessages(language, ZoneId.of("Asia/Shanghai"), new TestingNames(), CLOCK);
  }
}

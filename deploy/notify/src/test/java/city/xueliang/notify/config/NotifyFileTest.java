package city.xueliang.notify.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.notify.happening.Happening;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifyFileTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "XUELIANG_WEBHOOK_SECRET", "hook-secret-1",
          "XUELIANG_DINGTALK_URL", "https://oapi.dingtalk.com/robot/send?access_token=ding-token-1",
          "XUELIANG_DINGTALK_SECRET", "ding-secret-1",
          "XUELIANG_WECOM_URL", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=wecom-key-1",
          "XUELIANG_FEISHU_URL", "https://open.feishu.cn/open-apis/bot/v2/hook/feishu-token-1",
          "XUELIANG_FEISHU_SECRET", "feishu-secret-1",
          "XUELIANG_SMTP_PASSWORD", "smtp-password-1",
          "OPEN_URL", "http://example.com/secret-path-1");

  @Test
  void theExampleIsValidAndHasEveryType() throws Exception {
    NotifyConfig config = NotifyFile.read(Path.of("example.yaml"), ENVIRONMENT::get);
    assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(config.channels())
        .extracting(channel -> channel.target().getClass().getSimpleName())
        .containsExactly("Http", "Http", "Http", "Http", "Mail");
    assertThat(config.channels().get(1).filter())
        .isEqualTo(
            new Filter(
                Colour.YELLOW, java.util.Set.of(), List.of("630105"), Happening.TOLD_BY_DEFAULT));
    assertThat(config.channels().get(3).filter().commandLevels())
        .containsExactlyInAnyOrder(CommandLevel.DISTRICT, CommandLevel.CITY);
  }

  @Test
  void noSecretShowsInWhatWasRead() throws Exception {
    NotifyConfig config = NotifyFile.read(Path.of("example.yaml"), ENVIRONMENT::get);
    assertThat(config.toString())
        .doesNotContain(ENVIRONMENT.values())
        .doesNotContain("token-1", "key-1");
  }

  @Test
  void aRobotIsSparedAndAProgramIsNot() throws Exception {
    ChannelConfig robot = parse("{id: a, type: wecom, urlFrom: XUELIANG_WECOM_URL}").get(0);
    assertThat(robot.perMinute()).isEqualTo(20);
    assertThat(robot.retryFor()).isEqualTo(Duration.ofHours(1));
    assertThat(robot.language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    assertThat(robot.filter().happenings()).doesNotContain(Happening.ACKNOWLEDGED);
    ChannelConfig program =
        parse("{id: a, type: webhook, url: 'http://127.0.0.1/', secretFrom: OPEN_URL}").get(0);
    assertThat(program.perMinute()).isEqualTo(600);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: A!, type: wecom, urlFrom: XUELIANG_WECOM_URL}|channels[0].id|notify-id",
        "{id: a, type: pager}|channels[0].type|yaml-choice",
        "{id: a, type: wecom}|channels[0].urlFrom|yaml-missing",
        "{id: a, type: wecom, urlFrom: XUELIANG_WECOM_URL, url: 'https://a/b'}|channels[0].url|yaml-unknown-key",
        "{id: a, type: wecom, urlFrom: NOT_SET}|channels[0].urlFrom|notify-secret-missing",
        "{id: a, type: wecom, urlFrom: 'https://a/b'}|channels[0].urlFrom|notify-variable",
        "{id: a, type: wecom, urlFrom: OPEN_URL}|channels[0].urlFrom|notify-url-open",
        "{id: a, type: webhook, url: 'ftp://a/b', secretFrom: OPEN_URL}|channels[0].url|notify-url",
        "{id: a, type: webhook, url: 'https://a/b'}|channels[0].secretFrom|yaml-missing",
        "{id: a, type: webhook, url: 'https://a/b', urlFrom: OPEN_URL, secretFrom: OPEN_URL}|channels[0].urlFrom|notify-two-urls",
        "{id: a, type: mail, host: a.b, encryption: none, from: a@b, to: [c@d]}|channels[0].encryption|notify-mail-open",
        "{id: a, type: mail, host: a.b, from: a@b, to: []}|channels[0].to|notify-empty-list",
        "{id: a, type: mail, host: a.b, from: Someone, to: [c@d]}|channels[0].from|notify-address",
        "{id: a, type: mail, host: a.b, user: u, from: a@b, to: [c@d]}|channels[0].passwordFrom|yaml-missing",
        "{id: a, type: mail, host: a.b, port: 0, from: a@b, to: [c@d]}|channels[0].port|yaml-integer",
        "{id: a, type: wecom, urlFrom: XUELIANG_WECOM_URL, perMinute: 0}|channels[0].perMinute|yaml-integer",
        "{id: a, type: wecom, urlFrom: XUELIANG_WECOM_URL, timeout: 2h}|channels[0].timeout|yaml-duration",
        "{id: a, type: wecom, urlFrom: XUELIANG_WECOM_URL, language: fr}|channels[0].language|yaml-choice",
        "{id: a, type: wecom, urlFrom: XUELIANG_WECOM_URL, filter: {atLeast: PINK}}|channels[0].filter.atLeast|yaml-choice",
        "{id: a, type: wecom, urlFrom: XUELIANG_WECOM_URL, filter: {places: ['63 01']}}|channels[0].filter.places[0]|notify-place",
        "{id: a, type: wecom, urlFrom: XUELIANG_WECOM_URL, filter: {happenings: []}}|channels[0].filter.happenings|notify-empty-list",
      })
  void eachMistakeIsToldWithItsKey(String channel, String key, String rule) {
    assertThatExceptionOfType(InvalidNotifyConfigException.class)
        .isThrownBy(() -> parse(channel))
        .satisfies(
            e -> {
              assertThat(e.problems()).hasSize(1);
              assertThat(e.lines(Locale.ENGLISH).get(0))
                  .startsWith("notify.yaml:2: " + key + ": ")
                  .endsWith("[" + rule + "]")
                  .doesNotContain("secret-path-1");
              assertThat(e.lines(Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(e.lines(Locale.ENGLISH));
            });
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThatExceptionOfType(InvalidNotifyConfigException.class)
        .isThrownBy(
            () ->
                NotifyFile.parse(
                    "notify.yaml",
                    """
                    timeZone: Mars/Olympus
                    chanels: []
                    channels:
                      - {id: a, type: wecom, urlFrom: XUELIANG_WECOM_URL}
                      - {id: a, type: wecom, urlFrom: NOT_SET}
                    """,
                    ENVIRONMENT::get))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.line() + " " + problem.key())
                    .containsExactly(
                        "1 notify-zone",
                        "2 yaml-unknown-key",
                        "5 notify-twice",
                        "5 notify-secret-missing"));
  }

  private static List<ChannelConfig> parse(String channel) throws InvalidNotifyConfigException {
    return NotifyFile.parse("notify.yaml", "channels:\n  - " + channel + "\n", ENVIRONMENT::get)
        .channels();
  }
}

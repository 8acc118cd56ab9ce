package city.xueliang.notify.channel;

import static city.xueliang.notify.TestingAlert.AT_NIGHT;
import static city.xueliang.notify.TestingAlert.cleared;
import static city.xueliang.notify.TestingAlert.opened;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.notify.channel.Outcome.Verdict;
import city.xueliang.notify.config.Secret;
import city.xueliang.notify.happening.Happening;
import city.xueliang.notify.message.Message;
import city.xueliang.schemas.Colour;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected signatures were computed apart from this code, by the services' descriptions. */
class HttpFormsTest {
  private static final Secret SECRET = new Secret("SECxueliang0123456789");
  private static final URI ROBOT = URI.create("https://robot.example.com/send?key=abc");
  private static final Message MESSAGE = TestingMessage.of(opened(), Happening.OPENED);

  @Test
  void hmacIsThatOfRfc4231() {
    assertThat(HexFormat.of().formatHex(Hmac.sha256("Jefe", "what do ya want for nothing?")))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void aWebhookSignsTimeAndBody() throws Exception {
    HttpForm.Post post = new WebhookForm(ROBOT, SECRET).post(MESSAGE, AT_NIGHT);
    javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
    mac.init(
        new javax.crypto.spec.SecretKeySpec(
            SECRET.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] code = mac.doFinal(("1795287600." + post.body()).getBytes(StandardCharsets.UTF_8));
    assertThat(post.headers())
        .containsEntry("X-Xueliang-Signature", "t=1795287600,v1=" + HexFormat.of().formatHex(code));
    assertThat(HexFormat.of().formatHex(Hmac.sha256("whsec-123456", "1795287600.{\"a\":1}")))
        .isEqualTo("be0e4088554311cd785388a1f01bbba4bc4bcbadf6df9c4942128066fef420e6");
  }

  @Test
  void aWebhookGetsTheWholeAlertAndTheText() throws Exception {
    JsonNode body = json(new WebhookForm(ROBOT, SECRET).post(MESSAGE, AT_NIGHT));
    assertThat(body.get("version").intValue()).isEqualTo(1);
    assertThat(body.get("kind").textValue()).isEqualTo("ALERT");
    assertThat(body.get("happening").textValue()).isEqualTo("OPENED");
    assertThat(body.get("key").textValue()).isEqualTo("0123456789abcdef0123456789abcdef-1");
    assertThat(body.get("text").textValue()).isEqualTo(MESSAGE.text());
    assertThat(body.get("alert")).hasSize(opened().build().getSchema().getFields().size());
    assertThat(body.at("/alert/firstOccurredAt").textValue()).isEqualTo("2026-11-21T19:00:00Z");
    assertThat(body.at("/alert/evidence/0/quantity").textValue()).isEqualTo("GAS_LEL_PERCENT");
    assertThat(body.at("/alert/closedAt").isNull()).isTrue();
  }

  @Test
  void dingTalkIsSignedInTheAddress() {
    HttpForm.Post post = new DingTalkForm(ROBOT, Optional.of(SECRET)).post(MESSAGE, AT_NIGHT);
    assertThat(post.uri())
        .hasToString(
            ROBOT
                + "&timestamp=1795287600000"
                + "&sign=NId%2Bb%2B3A%2Byzv%2B3te3Ra8yIPhCY18W66n6oLlgAC%2F4EA%3D");
  }

  @Test
  void dingTalkGetsMarkdown() throws Exception {
    HttpForm.Post post = new DingTalkForm(ROBOT, Optional.empty()).post(MESSAGE, AT_NIGHT);
    assertThat(post.uri()).isEqualTo(ROBOT);
    JsonNode body = json(post);
    assertThat(body.get("msgtype").textValue()).isEqualTo("markdown");
    assertThat(body.at("/markdown/title").textValue()).isEqualTo(MESSAGE.title());
    assertThat(body.at("/markdown/text").textValue())
        .startsWith("#### 🔴 红色 新警情")
        .contains("**依据**：可燃气体 27.46 % LEL")
        .contains("雪亮");
  }

  @Test
  void weComGetsMarkdownThatFits() throws Exception {
    JsonNode body = json(new WeComForm(ROBOT).post(MESSAGE, AT_NIGHT));
    assertThat(body.get("msgtype").textValue()).isEqualTo("markdown");
    assertThat(body.at("/markdown/content").textValue())
        .startsWith("**<font color=\"warning\">🔴 红色")
        .contains("> **须办**：请尽快接警确认");
    Message endless = TestingMessage.of(opened().setRuleId("火".repeat(5_000)), Happening.OPENED);
    String cut =
        json(new WeComForm(ROBOT).post(endless, AT_NIGHT)).at("/markdown/content").textValue();
    assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(4_090, 4_096);
  }

  @Test
  void feishuIsSignedInTheBody() throws Exception {
    JsonNode body = json(new FeishuForm(ROBOT, Optional.of(SECRET)).post(MESSAGE, AT_NIGHT));
    assertThat(body.get("timestamp").textValue()).isEqualTo("1795287600");
    assertThat(body.get("sign").textValue())
        .isEqualTo("GyZeP2qk4qf6RsvmAVDdWXpqYHBNE7BX61UIQBP4yws=");
  }

  @ParameterizedTest
  @CsvSource({"RED,red", "ORANGE,orange", "YELLOW,yellow", "BLUE,blue", "UNKNOWN,grey"})
  void feishuGetsACardOfTheAlertsColour(Colour colour, String template) throws Exception {
    Message message = TestingMessage.of(opened().setColour(colour), Happening.OPENED);
    JsonNode body = json(new FeishuForm(ROBOT, Optional.empty()).post(message, AT_NIGHT));
    assertThat(body.has("sign")).isFalse();
    assertThat(body.get("msg_type").textValue()).isEqualTo("interactive");
    assertThat(body.at("/card/header/template").textValue()).isEqualTo(template);
    assertThat(body.at("/card/header/title/content").textValue()).isEqualTo(message.title());
    assertThat(body.at("/card/elements/0/text/tag").textValue()).isEqualTo("lark_md");
  }

  @Test
  void feishuShowsWhatIsOverInGreen() throws Exception {
    Message message = TestingMessage.of(cleared(2), Happening.CLEARED);
    JsonNode body = json(new FeishuForm(ROBOT, Optional.empty()).post(message, AT_NIGHT));
    assertThat(body.at("/card/header/template").textValue()).isEqualTo("green");
  }

  @Test
  void aNameCannotCallEverybodyOrBecomeALink() throws Exception {
    Message message =
        TestingMessage.of(opened().setPlace("<at id=all></at>[x](http://y)"), Happening.OPENED);
    JsonNode body = json(new FeishuForm(ROBOT, Optional.empty()).post(message, AT_NIGHT));
    assertThat(body.at("/card/elements/0/text/content").textValue()).doesNotContain("<at", "[x]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|{\"errcode\":0,\"errmsg\":\"ok\"}|TAKEN",
        "200|{\"errcode\":310000,\"errmsg\":\"sign not match\"}|REFUSED",
        "200|{\"errcode\":130101,\"errmsg\":\"send too fast\"}|TRY_AGAIN",
        "200|{\"errcode\":-1,\"errmsg\":\"busy\"}|TRY_AGAIN",
        "200|<html>login</html>|TRY_AGAIN",
        "403|forbidden|REFUSED"
      })
  void dingTalkSaysInTheBodyHowItWent(int status, String body, Verdict verdict) {
    assertThat(new DingTalkForm(ROBOT, Optional.empty()).judge(status, body).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|{\"errcode\":0}|TAKEN",
        "200|{\"errcode\":93000}|REFUSED",
        "200|{\"errcode\":45009}|TRY_AGAIN"
      })
  void weComSaysInTheBodyHowItWent(int status, String body, Verdict verdict) {
    assertThat(new WeComForm(ROBOT).judge(status, body).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|{\"code\":0,\"msg\":\"success\"}|TAKEN",
        "200|{\"StatusCode\":0}|TAKEN",
        "200|{\"code\":19021}|REFUSED",
        "400|{\"code\":11232}|TRY_AGAIN",
        "400|{\"code\":9499}|REFUSED"
      })
  void feishuSaysInTheBodyHowItWent(int status, String body, Verdict verdict) {
    assertThat(new FeishuForm(ROBOT, Optional.empty()).judge(status, body).verdict())
        .isEqualTo(verdict);
  }

  private static JsonNode json(HttpForm.Post post) throws JsonProcessingException {
    return new JsonMapper().readTree(post.body());
  }
}

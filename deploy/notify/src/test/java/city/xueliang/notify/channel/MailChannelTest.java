package city.xueliang.notify.channel;

import static city.xueliang.notify.TestingAlert.opened;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.notify.channel.Outcome.Verdict;
import city.xueliang.notify.config.Secret;
import city.xueliang.notify.config.Target;
import city.xueliang.notify.config.Target.Encryption;
import city.xueliang.notify.config.Target.Login;
import city.xueliang.notify.happening.Happening;
import city.xueliang.notify.message.Message;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailChannelTest {
  private static final Message MESSAGE = TestingMessage.of(opened(), Happening.OPENED);

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aMailHasTheTitleTheTextAndTheSameAsHtml() throws Exception {
    assertThat(send(Encryption.NONE, Optional.empty()).verdict()).isEqualTo(Verdict.TAKEN);
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("🔴 红色 新警情：可燃气体一级 · 第七网格");
    assertThat(mail.getFrom()[0]).hasToString("xueliang@example.com");
    MimeMultipart both = (MimeMultipart) mail.getContent();
    assertThat(both.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(both.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
        .isEqualTo(MESSAGE.text());
    assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(both.getBodyPart(1).getContent().toString())
        .contains("可燃气体 27.46 % LEL", "lang=\"zh\"");
  }

  @Test
  void theSameRevisionHasTheSameMessageId() throws Exception {
    send(Encryption.NONE, Optional.empty());
    send(Encryption.NONE, Optional.empty());
    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails[0].getMessageID())
        .isEqualTo("<0123456789abcdef0123456789abcdef-1.duty@example.com>")
        .isEqualTo(mails[2].getMessageID());
  }

  @Test
  void machinesDoNotAnswerIt() throws Exception {
    send(Encryption.NONE, Optional.empty());
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("List-Id", null)).contains("<duty.alerts.example.com>");
    assertThat(mail.getHeader("References"))
        .containsExactly("<0123456789abcdef0123456789abcdef@example.com>");
  }

  @Test
  void aServerWithoutEncryptionGetsNothingIfItIsAskedFor() {
    assertThat(send(Encryption.STARTTLS, Optional.empty()).verdict()).isEqualTo(Verdict.TRY_AGAIN);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void anAccountIsLoggedIn() {
    server.setUser("xueliang@example.com", "xueliang", "smtp-password");
    Login login = new Login("xueliang", new Secret("smtp-password"));
    assertThat(send(Encryption.NONE, Optional.of(login)).verdict()).isEqualTo(Verdict.TAKEN);
    Login wrong = new Login("xueliang", new Secret("other-password"));
    Outcome refused = send(Encryption.NONE, Optional.of(wrong));
    assertThat(refused.verdict()).isEqualTo(Verdict.TRY_AGAIN);
    assertThat(refused.reason()).doesNotContain("other-password");
  }

  @Test
  void aServerThatIsNotThereIsWorthAnotherAttempt() {
    int port = server.getSmtp().getPort();
    server.stop();
    assertThat(send(Encryption.NONE, Optional.empty(), port).verdict())
        .isEqualTo(Verdict.TRY_AGAIN);
  }

  private Outcome send(Encryption encryption, Optional<Login> login) {
    return send(encryption, login, server.getSmtp().getPort());
  }

  private static Outcome send(Encryption encryption, Optional<Login> login, int port) {
    Target.Mail target =
        new Target.Mail(
            "127.0.0.1",
            port,
            encryption,
            login,
            "xueliang@example.com",
            List.of("duty@example.com", "deputy@example.com"));
    return new MailChannel("duty", target, Duration.ofSeconds(5), TestingMessage.CLOCK)
        .send(MESSAGE);
  }
}

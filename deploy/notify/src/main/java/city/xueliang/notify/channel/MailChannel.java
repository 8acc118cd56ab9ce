package city.xueliang.notify.channel;

import city.xueliang.notify.config.Target;
import city.xueliang.notify.config.Target.Encryption;
import city.xueliang.notify.message.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Hands messages to a mail server, one connection each. A server that is asked for STARTTLS and has
 * none gets nothing. Replies of 5xx refuse the message for good; all else is worth another attempt.
 */
final class MailChannel implements Channel {
  private static final int PERMANENT = 500;

  private final Target.Mail target;
  private final MailForm form;
  private final Session session;

  MailChannel(String id, Target.Mail target, Duration timeout, Clock clock) {
    this.target = target;
    this.session = Session.getInstance(properties(target, timeout));
    this.form = new MailForm(id, target, clock);
  }

  @Override
  public Outcome send(Message message) {
    try (Transport transport = session.getTransport()) {
      MimeMessage mail = form.mail(message, session);
      if (target.login().isPresent()) {
        Target.Login login = target.login().get();
        transport.connect(login.user(), login.password().reveal());
      } else {
        transport.connect();
      }
      transport.sendMessage(mail, mail.getAllRecipients());
      return Outcome.taken("handed over for " + target.to().size());
    } catch (SendFailedException e) {
      return failed(e);
    } catch (MessagingException e) {
      return Outcome.tryAgain(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  /** Once some have it, another attempt would tell them again. */
  private static Outcome failed(SendFailedException failure) {
    int sent = failure.getValidSentAddresses() == null ? 0 : failure.getValidSentAddresses().length;
    if (sent > 0) {
      return Outcome.taken("handed over for " + sent + " only: " + failure.getMessage());
    }
    String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    return replyCode(failure).filter(code -> code >= PERMANENT).isPresent()
        ? Outcome.refused(reason)
        : Outcome.tryAgain(reason);
  }

  /** The lowest reply in the chain: if one of several receivers may come right, all may. */
  private static Optional<Integer> replyCode(MessagingException failure) {
    Optional<Integer> lowest = Optional.empty();
    for (Exception link = failure;
        link instanceof MessagingException messaging;
        link = messaging.getNextException()) {
      int code = codeOf(link);
      if (code > 0 && lowest.filter(other -> other <= code).isEmpty()) {
        lowest = Optional.of(code);
      }
    }
    return lowest;
  }

  private static int codeOf(Exception failure) {
    if (failure instanceof SMTPSendFailedException refused) {
      return refused.getReturnCode();
    }
    if (failure instanceof SMTPAddressFailedException refused) {
      return refused.getReturnCode();
    }
    return failure instanceof SMTPSenderFailedException refused ? refused.getReturnCode() : 0;
  }

  private static Properties properties(Target.Mail target, Duration timeout) {
    String millis = Long.toString(timeout.toMillis());
    boolean startTls = target.encryption() == Encryption.STARTTLS;
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", target.host());
    properties.setProperty("mail.smtp.port", Integer.toString(target.port()));
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.sendpartial", "true");
    properties.setProperty("mail.smtp.auth", Boolean.toString(target.login().isPresent()));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.setProperty(
        "mail.smtp.ssl.enable", Boolean.toString(target.encryption() == Encryption.TLS));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }
}

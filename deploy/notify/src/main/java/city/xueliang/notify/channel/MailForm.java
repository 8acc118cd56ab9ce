package city.xueliang.notify.channel;

import city.xueliang.notify.config.Target;
import city.xueliang.notify.message.Message;
import city.xueliang.notify.message.Message.Line;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;

/**
 * Makes mails: the same as text and as HTML. The Message-ID is made of what is told, so that a mail
 * server or client can drop a repeat; all mails of an alert refer to the same id and are shown as
 * one thread; Auto-Submitted (RFC 3834) keeps absent people's answers away.
 */
final class MailForm {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String channel;
  private final Target.Mail target;
  private final Clock clock;
  private final String domain;

  MailForm(String channel, Target.Mail target, Clock clock) {
    this.channel = channel;
    this.target = target;
    this.clock = clock;
    this.domain = target.from().substring(target.from().indexOf('@') + 1);
  }

  MimeMessage mail(Message message, Session session) throws MessagingException {
    MimeMessage mail = new OwnId(session, "<" + message.key() + "." + channel + "@" + domain + ">");
    mail.setFrom(new InternetAddress(target.from(), true));
    for (String address : target.to()) {
      mail.addRecipient(RecipientType.TO, new InternetAddress(address, true));
    }
    // A name with a line break would begin a header of its own.
    mail.setSubject(message.title().replaceAll("\\p{Cntrl}+", " "), UTF_8);
    mail.setSentDate(Date.from(clock.instant()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("List-Id", "Xueliang alerts <" + channel + ".alerts." + domain + ">");
    if (message.alert().isPresent()) {
      String thread = message.alert().get().getAlertId() + "@" + domain;
      mail.setHeader("References", "<" + thread + ">");
    }
    MimeBodyPart text = new MimeBodyPart();
    text.setText(message.text(), UTF_8, "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(html(message), UTF_8, "html");
    MimeMultipart both = new MimeMultipart("alternative", text, html);
    mail.setContent(both);
    mail.saveChanges();
    return mail;
  }

  private static String html(Message message) {
    StringBuilder html = new StringBuilder(1024);
    html.append("<!DOCTYPE html><html lang=\"")
        .append(message.language().getLanguage())
        .append("\"><meta name=\"viewport\" content=\"width=device-width\">")
        .append("<body style=\"font:16px/1.5 sans-serif\">")
        .append("<h1 style=\"font-size:20px;padding:8px;border-left:8px solid ")
        .append(border(message))
        .append("\">")
        .append(escape(message.title()))
        .append("</h1><table>");
    for (Line line : message.lines()) {
      html.append("<tr><th style=\"text-align:left;vertical-align:top;white-space:nowrap\">")
          .append(escape(line.label()))
          .append("</th><td>")
          .append(escape(line.value()))
          .append("</td></tr>");
    }
    return html.append("</table></body></html>").toString();
  }

  private static String border(Message message) {
    if (message.isEnd()) {
      return "#2e7d32";
    }
    return switch (message.colour()) {
      case RED -> "#d32f2f";
      case ORANGE -> "#f57c00";
      case YELLOW -> "#fbc02d";
      case BLUE -> "#1976d2";
      case UNKNOWN -> "#757575";
    };
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Keeps its id when it is saved. */
  private static final class OwnId extends MimeMessage {
    private final String id;

    OwnId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}

package city.xueliang.console.audit;

import city.xueliang.schemas.AuditedAct;
import java.util.regex.Pattern;

/**
 * What somebody wants to do.
 *
 * @param subject id of the alert or silence; null for none
 * @param actionId of the record that is sent; null for none
 * @param query of an export; null for all others
 */
public record Attempt(AuditedAct act, String subject, String actionId, String query) {
  /** A request may say anything where an id belongs; what is none is not recorded. */
  private static final Pattern SUBJECT = Pattern.compile("[0-9a-f]{32}|[a-z][a-z0-9-]{0,63}");

  public Attempt {
    subject = subject != null && SUBJECT.matcher(subject).matches() ? subject : null;
  }

  public Attempt(AuditedAct act, String subject) {
    this(act, subject, null, null);
  }

  public Attempt withActionId(String id) {
    return new Attempt(act, subject, id, query);
  }

  Attempt withQuery(String text) {
    return new Attempt(act, subject, actionId, text);
  }
}

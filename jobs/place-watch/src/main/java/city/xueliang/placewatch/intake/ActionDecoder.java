package city.xueliang.placewatch.intake;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.alert.CloseReason;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.schemas.DispatchAction;
import city.xueliang.schemas.ReasonCode;
import city.xueliang.schemas.RejectReason;
import java.io.Serial;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the records of {@code dispatch-actions} as far as that needs no alert. */
public final class ActionDecoder extends RecordDecoder<DispatchAction, TakenAction> {
  @Serial private static final long serialVersionUID = 1L;

  private static final Pattern ALERT = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern SEAT = Pattern.compile("([0-9]{6,15})-[a-z]{1,20}-[0-9]{1,3}");

  public ActionDecoder() {
    super(DispatchAction.class, new TakenAction.Form());
  }

  @Override
  TakenAction accept(DispatchAction body, SourceRecord source, long appendedAt)
      throws RejectedException {
    if (!ALERT.matcher(body.getAlertId()).matches()) {
      throw badField("alertId", body.getAlertId(), "32 hexadecimal digits in lower case");
    }
    Matcher seat = SEAT.matcher(body.getSeat());
    if (!seat.matches()) {
      throw badField("seat", body.getSeat(), "a place code, role and number: 630105-dispatch-02");
    }
    FeedChecks.plausible("at", body.getAt().toEpochMilli());
    if (body.getRevision() != null && body.getRevision() < 1) {
      throw new RejectedException(
          RejectReason.BAD_FIELD,
          "revision is %d; 1 or more is allowed".formatted(body.getRevision()));
    }
    if (body.getUntil() != null) {
      FeedChecks.plausible("until", body.getUntil().toEpochMilli());
    }
    Action action =
        new Action(
            HexFormat.of().formatHex(body.getActionId().bytes()),
            body.getAlertId(),
            kind(body),
            body.getSeat(),
            body.getRevision() == null ? 0 : body.getRevision(),
            reason(body.getReasonCode()),
            body.getUntil() == null ? 0 : body.getUntil().toEpochMilli(),
            body.getAt().toEpochMilli());
    return new TakenAction(action, district(body.getDistrict(), seat.group(1)), source);
  }

  private static String district(String said, String seat) throws RejectedException {
    String district = said == null ? PlaceCodes.districtOf(seat) : said;
    if (!PlaceCodes.isValid(district, Level.DISTRICT)
        && !PlaceCodes.isValid(district, Level.CITY)) {
      throw badField("district", district, "the 6-digit code of a district or city");
    }
    return district;
  }

  private static Action.Kind kind(DispatchAction body) throws RejectedException {
    return switch (body.getAction()) {
      case ACKNOWLEDGE -> Action.Kind.ACKNOWLEDGE;
      case ON_SITE -> Action.Kind.ON_SITE;
      case CLOSE -> Action.Kind.CLOSE;
      case SHELVE -> Action.Kind.SHELVE;
      case UNSHELVE -> Action.Kind.UNSHELVE;
      case ESCALATE -> Action.Kind.ESCALATE;
      case UNKNOWN ->
          throw new RejectedException(
              RejectReason.UNKNOWN_SYMBOL, "the action is none that this release knows");
    };
  }

  private static CloseReason reason(ReasonCode code) throws RejectedException {
    if (code == null) {
      return null;
    }
    return switch (code) {
      case HANDLED -> CloseReason.HANDLED;
      case FALSE_ALARM -> CloseReason.FALSE_ALARM;
      case DUPLICATE -> CloseReason.DUPLICATE;
      case TEST -> CloseReason.TEST;
      case UNKNOWN ->
          throw new RejectedException(
              RejectReason.UNKNOWN_SYMBOL, "the reason code is none that this release knows");
    };
  }

  private static RejectedException badField(String field, String value, String allowed) {
    return new RejectedException(
        RejectReason.BAD_FIELD, "%s '%s' is not %s".formatted(field, Excerpt.of(value), allowed));
  }
}

package city.xueliang.placewatch.intake;

import city.xueliang.schemas.RejectReason;
import java.io.Serial;

/**
 * Says within the intake that a record cannot be taken, and why; it carries no stack, for garbled
 * feeds throw many.
 */
final class RejectedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final RejectReason reason;

  RejectedException(RejectReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  RejectReason reason() {
    return reason;
  }
}

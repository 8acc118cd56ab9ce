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
  private final String mistimedDevice;

  RejectedException(RejectReason reason, String detail) {
    this(reason, detail, null);
  }

  /**
   * Of a record whose times are wrong.
   *
   * @param mistimedDevice that sent it; null if something else is wrong
   */
  RejectedException(RejectReason reason, String detail, String mistimedDevice) {
    super(detail, null, false, false);
    this.reason = reason;
    this.mistimedDevice = mistimedDevice;
  }

  /** Null unless the times are wrong. */
  String mistimedDevice() {
    return mistimedDevice;
  }

  RejectReason reason() {
    return reason;
  }
}

package city.xueliang.schemas;

import java.io.Serial;

/** Bytes that are no single-object encoding of the record that was asked for. */
public final class UndecodableException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final RejectReason reason;

  UndecodableException(RejectReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /** One of UNREADABLE, UNKNOWN_SCHEMA or WRONG_TYPE. */
  public RejectReason reason() {
    return reason;
  }
}

package city.xueliang.feeds.simulate.fault;

import city.xueliang.schemas.RejectReason;

/** What is wrong with a simulated record, on purpose. */
public enum Flaw {
  NONE(null),
  /** Good, but overtaken by younger records of the same device or others. */
  DISORDERED(null),
  /** A record that was sent before. */
  DUPLICATE(null),
  /** More than an hour behind. */
  LATE(null),
  CLOCK_AHEAD(RejectReason.CLOCK_AHEAD),
  UNKNOWN_DEVICE(RejectReason.UNKNOWN_DEVICE),
  RANDOM_BYTES(RejectReason.UNREADABLE),
  TRUNCATED(RejectReason.UNREADABLE),
  UNKNOWN_FINGERPRINT(RejectReason.UNKNOWN_SCHEMA),
  /** A contract of another topic. */
  WRONG_TYPE(RejectReason.WRONG_TYPE),
  NOT_FINITE(RejectReason.VALUE_NOT_FINITE),
  OUT_OF_RANGE(RejectReason.VALUE_OUT_OF_RANGE),
  BAD_QUALITY(RejectReason.BAD_QUALITY);

  private final RejectReason reason;

  Flaw(RejectReason reason) {
    this.reason = reason;
  }

  /** For which reason it must be rejected; null if it must not be. */
  public RejectReason reason() {
    return reason;
  }
}

package city.xueliang.feeds.simulate;

import city.xueliang.feeds.simulate.fault.Flaw;

/** A record and the moment at which the gateway sends it on. */
public final class SimulatedRecord {
  private final long at;
  private final String topic;
  private final String key;
  private final byte[] value;
  private final Flaw flaw;

  SimulatedRecord(long at, String topic, String key, byte[] value, Flaw flaw) {
    this.at = at;
    this.topic = topic;
    this.key = key;
    this.value = value;
    this.flaw = flaw;
  }

  /** Epoch milliseconds; the {@code receivedAt} of every record but an exact duplicate. */
  public long at() {
    return at;
  }

  public String topic() {
    return topic;
  }

  /** A device id. */
  public String key() {
    return key;
  }

  /** Single-object encoding, or what is left of it; not a copy. */
  public byte[] value() {
    return value;
  }

  public Flaw flaw() {
    return flaw;
  }
}

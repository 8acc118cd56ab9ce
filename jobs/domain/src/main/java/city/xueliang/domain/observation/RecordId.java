package city.xueliang.domain.observation;

/**
 * Identity of a record among those of its device, in 128 bits: a second record with it is a
 * duplicate.
 */
public record RecordId(long high, long low) {

  /** Of a camera event: the bits of its event id. */
  public static RecordId ofEvent(long high, long low) {
    return new RecordId(high, low);
  }

  /** Of a sensor reading: what was measured, and when. */
  public static RecordId ofReading(Measure quantity, long occurredAt) {
    return new RecordId(occurredAt, quantity.code());
  }
}

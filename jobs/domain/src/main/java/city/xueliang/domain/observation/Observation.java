package city.xueliang.domain.observation;

/**
 * One camera event or sensor reading, checked and flat.
 *
 * @param deviceId 20-digit GB/T 28181 code
 * @param occurredAt the device's own clock, epoch milliseconds
 * @param receivedAt when the first trusted system took it in, epoch milliseconds
 * @param value the reading in its quantity's unit, or an event's count; 0 for an event without one
 */
public record Observation(
    String deviceId,
    Measure measure,
    long occurredAt,
    long receivedAt,
    double value,
    RecordId id) {}

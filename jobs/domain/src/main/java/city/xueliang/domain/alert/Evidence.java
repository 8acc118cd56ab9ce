package city.xueliang.domain.alert;

import city.xueliang.domain.observation.Measure;

/**
 * One observation that speaks for or against a condition.
 *
 * @param deviceId empty for a minute of a place
 * @param measure null where a device's silence is the evidence
 * @param value in the measure's unit; 0 for an event without one
 * @param occurredAt event time, epoch milliseconds
 */
public record Evidence(String deviceId, Measure measure, double value, long occurredAt) {}

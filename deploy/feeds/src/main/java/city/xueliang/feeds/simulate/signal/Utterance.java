package city.xueliang.feeds.simulate.signal;

import city.xueliang.domain.observation.Measure;

/**
 * What a device says at one moment, before it is written.
 *
 * @param value the reading in its quantity's unit, or an event's count; 0 for an event without one
 * @param confidence of a seen event, 0 to 1; negative: the record carries none
 */
public record Utterance(int device, Measure measure, double value, float confidence) {}

package city.xueliang.domain.alert;

/**
 * That a device is waited for from now on, or no more; with these a desk knows how many devices
 * hang on a segment or stand in a place.
 *
 * @param subject the device
 */
public record Enrolment(Subject subject, boolean isExpected) {}

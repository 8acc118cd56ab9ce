package city.xueliang.notify.config;

import java.time.Duration;
import java.util.Locale;

/**
 * One channel.
 *
 * @param id lower-case letters, digits and hyphens; part of the consumer group's name
 * @param language of its messages: {@link Locale#SIMPLIFIED_CHINESE} or {@link Locale#ENGLISH}
 * @param perMinute messages that it takes within any minute, 1 or more
 * @param timeout of one attempt
 * @param retryFor how long a message is tried again before it is put aside
 */
public record ChannelConfig(
    String id,
    Locale language,
    Target target,
    Filter filter,
    int perMinute,
    Duration timeout,
    Duration retryFor) {}

package city.xueliang.notify.delivery;

import city.xueliang.notify.config.ChannelConfig;
import java.time.Duration;

/**
 * How a channel is to be served.
 *
 * @param timeout of one attempt
 * @param retryFor how long a message is tried again before it is put aside
 */
record Delivery(String id, int perMinute, Duration timeout, Duration retryFor) {
  static Delivery of(ChannelConfig config) {
    return new Delivery(config.id(), config.perMinute(), config.timeout(), config.retryFor());
  }
}

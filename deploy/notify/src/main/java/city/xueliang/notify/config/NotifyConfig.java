package city.xueliang.notify.config;

import java.time.ZoneId;
import java.util.List;

/**
 * The whole file.
 *
 * @param zone of the times that people read
 * @param channels one or more, each with an id of its own
 */
public record NotifyConfig(ZoneId zone, List<ChannelConfig> channels) {
  public NotifyConfig {
    channels = List.copyOf(channels);
  }
}

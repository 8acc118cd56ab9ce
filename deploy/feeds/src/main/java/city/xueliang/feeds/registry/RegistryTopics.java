package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Registry;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the registry that stands in the topics: the newest record of each key up to the end that a
 * topic has when the call begins. Every call throws {@link org.apache.kafka.common.KafkaException}
 * if the broker does not answer within {@link #PATIENCE} or has no such topic.
 */
public final class RegistryTopics {
  /** How long a broker may be silent before a call gives up. */
  public static final Duration PATIENCE = TopicReading.PATIENCE;

  private final String bootstrapServers;

  /**
   * @param bootstrapServers {@code host:port}, more than one separated by commas
   */
  public RegistryTopics(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** The whole registry, places and devices each in no particular order. */
  public Registry read() throws UndecodableException {
    List<Place> places = places();
    var deviceCodec = SingleObjectCodec.of(city.xueliang.schemas.Device.class);
    List<Device> devices = new ArrayList<>();
    for (byte[] value : newest(Topics.DEVICES).values()) {
      devices.add(RegistryRecords.toDevice(deviceCodec.decode(value, null)));
    }
    return new Registry(places, devices);
  }

  /** All places, in no particular order. */
  public List<Place> places() throws UndecodableException {
    var codec = SingleObjectCodec.of(city.xueliang.schemas.Place.class);
    List<Place> places = new ArrayList<>();
    for (byte[] value : newest(Topics.PLACES).values()) {
      places.add(RegistryRecords.toPlace(codec.decode(value, null)));
    }
    return places;
  }

  /** The keys that have a value, whether it can be read or not. */
  public Set<String> keys(String topic) {
    return newest(topic).keySet();
  }

  private Map<String, byte[]> newest(String topic) {
    Map<String, byte[]> newest = new LinkedHashMap<>();
    for (var record : TopicReading.read(bootstrapServers, topic, Long.MIN_VALUE)) {
      if (record.value() == null) {
        newest.remove(record.key());
      } else {
        newest.put(record.key(), record.value());
      }
    }
    return newest;
  }
}

package city.xueliang.console.live;

import city.xueliang.domain.rule.InvalidRulesException;
import city.xueliang.feeds.registry.RegistryRecords;
import city.xueliang.rulebook.RulebookReader;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Device;
import city.xueliang.schemas.Place;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the records of the topics into a city. One that cannot be read is counted and told in the
 * log; what was known before stays.
 *
 * <p>Not safe for use by two threads at once.
 */
public final class CityRecords {
  static final List<String> TOPICS =
      List.of(Topics.PLACES, Topics.RULES, Topics.DEVICES, Topics.ALERTS);

  private static final Logger LOG = LoggerFactory.getLogger(CityRecords.class);
  private static final String SEAT_HEADER = "seat";

  private final LiveCity city;
  private final SingleObjectCodec<Alert> alerts = SingleObjectCodec.of(Alert.class);
  private final SingleObjectCodec<Place> places = SingleObjectCodec.of(Place.class);
  private final SingleObjectCodec<Device> devices = SingleObjectCodec.of(Device.class);
  private final RulebookReader rules = new RulebookReader();
  private long bad;

  public CityRecords(LiveCity city) {
    this.city = city;
  }

  /** Records that could not be read since the start. */
  public long bad() {
    return bad;
  }

  /** Takes a record of any of the four topics. */
  public void take(ConsumerRecord<String, byte[]> record) {
    try {
      if (record.key() == null) {
        throw new IllegalArgumentException("the record has no key");
      }
      switch (record.topic()) {
        case Topics.ALERTS -> takeAlert(record);
        case Topics.PLACES -> takePlace(record);
        case Topics.DEVICES -> takeDevice(record);
        case Topics.RULES -> takeRule(record);
        default -> throw new IllegalArgumentException("no topic of the city's state");
      }
    } catch (UndecodableException | InvalidRulesException | IllegalArgumentException e) {
      bad++;
      LOG.warn(
          "{} {}-{} with key {} cannot be read: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          record.key(),
          e.getMessage());
      if (record.topic().equals(Topics.ALERTS)) {
        city.passAlert(record.partition(), record.offset());
      }
    }
  }

  private void takeAlert(ConsumerRecord<String, byte[]> record) throws UndecodableException {
    if (record.value() == null) {
      city.dropAlert(record.key(), record.partition(), record.offset());
    } else {
      city.put(alerts.decode(record.value(), null), record.partition(), record.offset());
    }
  }

  private void takePlace(ConsumerRecord<String, byte[]> record) throws UndecodableException {
    if (record.value() == null) {
      city.dropPlace(record.key());
    } else {
      city.put(RegistryRecords.toPlace(places.decode(record.value(), null)));
    }
  }

  private void takeDevice(ConsumerRecord<String, byte[]> record) throws UndecodableException {
    if (record.value() == null) {
      city.dropDevice(record.key());
    } else {
      city.put(RegistryRecords.toDevice(devices.decode(record.value(), null)));
    }
  }

  private void takeRule(ConsumerRecord<String, byte[]> record)
      throws UndecodableException, InvalidRulesException {
    Header seat = record.headers().lastHeader(SEAT_HEADER);
    String by = seat == null ? "" : new String(seat.value(), StandardCharsets.UTF_8);
    city.rulebook().lay(new Laid(rules.read(record.key(), record.value()), by, record.timestamp()));
  }
}

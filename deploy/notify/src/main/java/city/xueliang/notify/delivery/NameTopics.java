package city.xueliang.notify.delivery;

import city.xueliang.notify.message.Names;
import city.xueliang.schemas.Place;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.Rule;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The names in the topics of rules and places, kept up to date by {@link #run}. */
final class NameTopics implements Names, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(NameTopics.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** City, district, street, community, grid; a registry that points in circles ends here too. */
  private static final int DEEPEST = 5;

  private final Map<String, Rule> rules = new ConcurrentHashMap<>();
  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final SingleObjectCodec<Rule> ruleCodec = SingleObjectCodec.of(Rule.class);
  private final SingleObjectCodec<Place> placeCodec = SingleObjectCodec.of(Place.class);
  private final Consumer<String, byte[]> consumer;
  private volatile boolean stopping;

  NameTopics(Supplier<Consumer<String, byte[]>> consumers) {
    this.consumer = consumers.get();
  }

  /** Reads what the topics hold; alerts are told by their codes if that takes too long. */
  void readToEnd() {
    List<TopicPartition> partitions =
        Stream.of(Topics.RULES, Topics.PLACES)
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
      if (System.nanoTime() - deadline > 0) {
        LOG.warn("the names of rules and places are not yet read; codes are told until then");
        break;
      }
      consumer.poll(POLL).forEach(this::take);
    }
    LOG.info("names of {} rules and {} places", rules.size(), places.size());
  }

  @Override
  public void run() {
    try (consumer) {
      while (!stopping) {
        try {
          consumer.poll(POLL).forEach(this::take);
        } catch (WakeupException | InterruptException e) {
          stopping = true;
        } catch (KafkaException e) {
          LOG.warn("names of rules and places: {}", e.getMessage());
        }
      }
    }
  }

  void stop() {
    stopping = true;
    consumer.wakeup();
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    boolean isRule = record.topic().equals(Topics.RULES);
    Map<String, ?> names = isRule ? rules : places;
    if (record.value() == null) {
      names.remove(record.key());
      return;
    }
    try {
      if (isRule) {
        rules.put(record.key(), ruleCodec.decode(record.value(), null));
      } else {
        places.put(record.key(), placeCodec.decode(record.value(), null));
      }
    } catch (UndecodableException e) {
      LOG.warn("{} {} cannot be read: {}", record.topic(), record.key(), e.getMessage());
    }
  }

  @Override
  public String rule(String ruleId, Locale language) {
    Rule rule = rules.get(ruleId);
    if (rule == null) {
      return ruleId;
    }
    return named(isEnglish(language) ? rule.getNameEn() : rule.getNameZh()).orElse(ruleId);
  }

  @Override
  public String place(String code, Locale language) {
    Place place = places.get(code);
    if (place == null) {
      return code;
    }
    return Optional.ofNullable(isEnglish(language) ? place.getNameEn() : null)
        .flatMap(NameTopics::named)
        .or(() -> named(place.getNameZh()))
        .orElse(code);
  }

  @Override
  public String placePath(String code, Locale language) {
    Deque<String> path = new ArrayDeque<>();
    String next = code;
    while (next != null && path.size() < DEEPEST) {
      Place place = places.get(next);
      if (place != null && place.getLevel() == PlaceLevel.CITY && !path.isEmpty()) {
        break;
      }
      path.addFirst(place(next, language));
      next = place == null ? null : place.getParent();
    }
    return String.join(" / ", path);
  }

  private static Optional<String> named(String name) {
    return Optional.ofNullable(name).filter(text -> !text.isBlank());
  }

  private static boolean isEnglish(Locale language) {
    return language.equals(Locale.ENGLISH);
  }
}

package city.xueliang.rules;

import city.xueliang.domain.rule.InvalidRulesException;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.feeds.registry.TopicReading;
import city.xueliang.rulebook.RulebookReader;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What was laid down on the topic of rules, as far back as the broker keeps it.
 *
 * @param entries in their order
 */
record LaidDown(List<Entry> entries) {
  static final String SEAT_HEADER = "seat";

  /**
   * One record.
   *
   * @param change empty for one that makes no sense, which the job refuses as well
   * @param refusal why it makes none; empty if it does
   * @param seat that published it; empty if that is not known
   * @param at epoch milliseconds
   */
  record Entry(String key, Optional<RulebookChange> change, String refusal, String seat, long at) {}

  static LaidDown read(String bootstrap) {
    RulebookReader reader = new RulebookReader();
    List<Entry> read = new ArrayList<>();
    for (var record : TopicReading.read(bootstrap, Topics.RULES, Long.MIN_VALUE)) {
      read.add(read(reader, record));
    }
    return new LaidDown(List.copyOf(read));
  }

  private static Entry read(RulebookReader reader, ConsumerRecord<String, byte[]> record) {
    Header seat = record.headers().lastHeader(SEAT_HEADER);
    String by = seat == null ? "" : new String(seat.value(), StandardCharsets.UTF_8);
    String key = record.key() == null ? "" : record.key();
    try {
      Optional<RulebookChange> change = Optional.of(reader.read(key, record.value()));
      return new Entry(key, change, "", by, record.timestamp());
    } catch (UndecodableException | InvalidRulesException e) {
      return new Entry(key, Optional.empty(), e.getMessage(), by, record.timestamp());
    }
  }

  /** The newest sound record of each key. */
  Rulebook inForce() {
    Rulebook book = Rulebook.EMPTY;
    for (RulebookChange change : changes().toList()) {
      book = book.with(change);
    }
    return book;
  }

  /** Records of a key, the oldest first. */
  List<Entry> of(String key) {
    return entries.stream().filter(record -> record.key().equals(key)).toList();
  }

  /** The version that the next content of a key gets; never one that it had before. */
  int nextVersion(String key) {
    return 1
        + changes()
            .filter(change -> change.key().equals(key))
            .mapToInt(RulebookChange::contentVersion)
            .max()
            .orElse(0);
  }

  private Stream<RulebookChange> changes() {
    return entries.stream().flatMap(record -> record.change().stream());
  }
}

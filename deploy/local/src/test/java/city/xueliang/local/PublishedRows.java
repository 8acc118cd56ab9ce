package city.xueliang.local;

import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What {@code place-metrics} holds, the newest record of each row. */
final class PublishedRows {
  private final Map<RowKey, PlaceMetrics> rows = new TreeMap<>();
  private long corrections;

  private PublishedRows() {}

  /** The rows of windows that began before this time. */
  static PublishedRows before(Instant time, String bootstrap) throws UndecodableException {
    SingleObjectCodec<PlaceMetrics> codec = SingleObjectCodec.of(PlaceMetrics.class);
    PublishedRows published = new PublishedRows();
    for (ConsumerRecord<byte[], byte[]> record : FeedRecords.all(bootstrap, Topics.PLACE_METRICS)) {
      PlaceMetrics row = codec.decode(record.value(), null);
      if (row.getWindowStart().isBefore(time)) {
        published.add(row);
      }
    }
    return published;
  }

  private void add(PlaceMetrics row) {
    boolean isEvent = row.getKind() != null;
    PlaceMetrics before =
        rows.put(
            new RowKey(
                row.getPlace(),
                isEvent ? row.getKind().name() : row.getQuantity().name(),
                row.getWindow().name(),
                row.getWindowStart()),
            row);
    if (before != null && before.getComplete() && !before.equals(row)) {
      corrections++;
    }
  }

  Map<RowKey, PlaceMetrics> rows() {
    return rows;
  }

  /** How often a row of a window that was over was replaced by a different one. */
  long corrections() {
    return corrections;
  }
}

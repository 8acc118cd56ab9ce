package city.xueliang.placewatch.job;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.schemas.RejectedRecord;
import city.xueliang.schemas.Topics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the job published; of what it published again, the newest counts. */
record Published(TestingTopics topics) {

  /** Rows by place, measure, window and start. */
  Map<String, PlaceMetrics> rows() throws Exception {
    return topics.read(Topics.PLACE_METRICS, PlaceMetrics.class).stream()
        .collect(toMap(Published::identity, row -> row, (older, newer) -> newer, TreeMap::new));
  }

  /** Rows of the windows of {@link CityFeeds}, without those that only end the feeds. */
  Map<String, PlaceMetrics> rowsOfTheFeeds() throws Exception {
    Map<String, PlaceMetrics> rows = rows();
    rows.values().removeIf(row -> !CityFeeds.isWithin(row.getWindowStart()));
    return rows;
  }

  /** Whether each row that a plain loop tells is there, complete, and has as many values. */
  boolean isComplete(PlainCity expected) throws Exception {
    Map<String, PlaceMetrics> rows = rowsOfTheFeeds();
    return rows.keySet().equals(expected.values.keySet())
        && rows.entrySet().stream()
            .allMatch(
                row ->
                    row.getValue().getComplete()
                        && row.getValue().getCount() == expected.values.get(row.getKey()).size());
  }

  /** Rejections by topic, partition and offset. */
  Map<String, RejectedRecord> rejections() throws Exception {
    return topics.read(Topics.REJECTED_RECORDS, RejectedRecord.class).stream()
        .collect(
            toMap(
                record ->
                    PlainCity.position(
                        record.getTopic(), record.getPartition(), record.getOffset()),
                record -> record,
                (older, newer) -> newer,
                TreeMap::new));
  }

  /** Each revision of each alert: id, revision, state, and when it came to that. */
  Set<String> alerts() throws Exception {
    return topics.read(Topics.ALERTS, Alert.class).stream()
        .map(
            alert ->
                "%s %d %s %s"
                    .formatted(
                        alert.getAlertId(),
                        alert.getRevision(),
                        alert.getState(),
                        alert.getLastOccurredAt()))
        .collect(toSet());
  }

  private static String identity(PlaceMetrics row) {
    String measure = row.getKind() == null ? row.getQuantity().name() : row.getKind().name();
    return PlainCity.row(row.getPlace(), measure, row.getWindow().name(), row.getWindowStart());
  }
}

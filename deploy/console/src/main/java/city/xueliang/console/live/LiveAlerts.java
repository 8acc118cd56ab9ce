package city.xueliang.console.live;

import city.xueliang.schemas.Alert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The newest revision of every alert that the topic keeps, and how much of the topic that is. */
final class LiveAlerts {
  private final Map<String, LiveAlert> byId = new ConcurrentHashMap<>();

  /** Ids by the offset of the newest revision, for each partition. */
  private final List<NavigableMap<Long, String>> byOffset = new ArrayList<>();

  private final List<GoneAlerts> gone = new ArrayList<>();
  private final List<Long> next = new ArrayList<>();
  private String topic = "";
  private long changes;
  private volatile boolean isReady;

  /** Forgets all, for the topic is read anew. */
  synchronized void begin(String topicId, int partitions) {
    isReady = false;
    byId.clear();
    byOffset.clear();
    gone.clear();
    next.clear();
    topic = topicId;
    growTo(partitions);
    changed();
  }

  /** Notes that the topic was read to the end that it had. */
  void becomeReady() {
    isReady = true;
  }

  boolean isReady() {
    return isReady;
  }

  /**
   * Returns as soon as there were more changes than were seen, or at the end of the time.
   *
   * @return how many there were
   */
  synchronized long awaitChange(long seen, long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (changes <= seen && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    return changes;
  }

  /** Takes a revision; one that is not higher than that seen changes nothing. */
  synchronized void put(Alert alert, int partition, long offset) {
    reach(partition, offset);
    LiveAlert before = byId.get(alert.getAlertId());
    if (before != null && alert.getRevision() <= before.alert().getRevision()) {
      return;
    }
    List<AlertStep> timeline =
        before == null
            ? AlertTimeline.of(alert)
            : AlertTimeline.after(before.timeline(), before.alert(), alert);
    if (before != null) {
      byOffset.get(before.partition()).remove(before.offset());
    }
    byId.put(alert.getAlertId(), new LiveAlert(alert, partition, offset, timeline));
    byOffset.get(partition).put(offset, alert.getAlertId());
  }

  synchronized void drop(String alertId, int partition, long offset) {
    reach(partition, offset);
    LiveAlert before = byId.remove(alertId);
    if (before != null) {
      byOffset.get(before.partition()).remove(before.offset());
      gone.get(partition).add(offset, before);
    } else if (!isReady) {
      // Its revisions were dropped first: who was told of them is not known.
      gone.get(partition).forgetUntil(offset + 1);
    }
  }

  /** Notes that the state holds all up to a record, whatever that said. */
  synchronized void reach(int partition, long offset) {
    growTo(partition + 1);
    next.set(partition, Math.max(next.get(partition), offset + 1));
    changed();
  }

  /** Forgets what the topic no longer keeps. */
  synchronized void dropBefore(int partition, long offset) {
    growTo(partition + 1);
    if (offset > next.get(partition)) {
      next.set(partition, offset);
      gone.get(partition).forgetUntil(offset);
    }
    NavigableMap<Long, String> dropped = byOffset.get(partition).headMap(offset, false);
    dropped.values().forEach(id -> gone.get(partition).add(next.get(partition), byId.remove(id)));
    dropped.clear();
    changed();
  }

  Optional<LiveAlert> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Collection<LiveAlert> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  synchronized StateId id() {
    return new StateId(topic, next);
  }

  /** All alerts and the state's id at one moment. */
  synchronized LiveState state() {
    return new LiveState(id(), List.copyOf(byId.values()), List.of());
  }

  /** What changed since; empty if the id is not of a state before this one, or long before it. */
  synchronized Optional<LiveState> since(StateId before) {
    StateId id = id();
    if (!id.includes(before)) {
      return Optional.empty();
    }
    List<LiveAlert> changed = new ArrayList<>();
    List<LiveAlert> left = new ArrayList<>();
    for (int partition = 0; partition < byOffset.size(); partition++) {
      long from = before.next(partition);
      if (!gone.get(partition).isKnownSince(from)) {
        return Optional.empty();
      }
      left.addAll(gone.get(partition).since(from));
      byOffset.get(partition).tailMap(from, true).values().stream()
          .map(byId::get)
          .forEach(changed::add);
    }
    return Optional.of(new LiveState(id, changed, left));
  }

  private void changed() {
    changes++;
    notifyAll();
  }

  private void growTo(int partitions) {
    while (next.size() < partitions) {
      next.add(0L);
      byOffset.add(new TreeMap<>());
      gone.add(new GoneAlerts());
    }
  }
}

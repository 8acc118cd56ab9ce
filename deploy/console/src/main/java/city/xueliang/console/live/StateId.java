package city.xueliang.console.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/**
 * How much of the topic of alerts a state holds. The same over restarts, and for every server that
 * reads the same topic.
 *
 * @param topic the beginning of the topic's own id, which a topic made anew does not share
 * @param next for each partition the offset after the newest record of the state
 */
public record StateId(String topic, List<Long> next) {
  /** Of no state that there ever was. */
  public static final StateId OF_NO_CITY = new StateId("", List.of());

  private static final int TOPIC_LENGTH = 8;
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_-]{0,22}:([0-9]{1,18}([.][0-9]{1,18}){0,200})?");

  public StateId {
    topic = topic.substring(0, Math.min(TOPIC_LENGTH, topic.length()));
    next = List.copyOf(next);
  }

  /** From what {@link #toString} wrote; empty for anything else. */
  public static Optional<StateId> read(String written) {
    if (written == null || !FORM.matcher(written).matches()) {
      return Optional.empty();
    }
    int end = written.indexOf(':');
    List<Long> next = new ArrayList<>();
    StringTokenizer numbers = new StringTokenizer(written.substring(end + 1), ".");
    while (numbers.hasMoreTokens()) {
      next.add(Long.parseLong(numbers.nextToken()));
    }
    return Optional.of(new StateId(written.substring(0, end), next));
  }

  /** Whether a state with this id holds all that one with the other id does. */
  public boolean includes(StateId other) {
    if (topic.isEmpty() || !topic.equals(other.topic) || next.size() < other.next.size()) {
      return false;
    }
    for (int i = 0; i < other.next.size(); i++) {
      if (other.next.get(i) > next.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** Of a partition that is newer than the id: 0. */
  long next(int partition) {
    return partition < next.size() ? next.get(partition) : 0;
  }

  @Override
  public String toString() {
    return topic + ':' + String.join(".", next.stream().map(String::valueOf).toList());
  }
}

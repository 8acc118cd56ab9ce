package city.xueliang.feeds.simulate;

import java.util.PriorityQueue;

/** What is to happen beside the devices' turns, by time and then in the order of its entry. */
final class Agenda {
  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long entered;

  /** Something that happens at its time; it may send a record, or null. */
  interface Action {
    SimulatedRecord happen();
  }

  private record Entry(long at, long order, Action action) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  void add(long at, Action action) {
    entries.add(new Entry(at, entered++, action));
  }

  /** A record that is sent when its time has come. */
  void send(SimulatedRecord record) {
    add(record.at(), () -> record);
  }

  /** Epoch milliseconds of the first entry; {@code Long.MAX_VALUE} if there is none. */
  long next() {
    Entry first = entries.peek();
    return first == null ? Long.MAX_VALUE : first.at;
  }

  /** Lets the first entry happen. */
  SimulatedRecord happen() {
    return entries.remove().action.happen();
  }
}

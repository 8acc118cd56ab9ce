package city.xueliang.console.history;

import city.xueliang.domain.tally.Window;
import java.util.List;

/**
 * What is asked for, checked.
 *
 * @param places codes, one to six
 * @param starts of the windows, epoch milliseconds, at least one
 * @param from start of the first window
 * @param to end of the last window
 */
record Question(
    List<String> places,
    Measured measure,
    Field field,
    Window window,
    Compare compare,
    List<Long> starts,
    long from,
    long to) {
  Question {
    places = List.copyOf(places);
    starts = List.copyOf(starts);
  }

  /** As a query says it that asks for the same once more. */
  String asQuery() {
    return "place=%s&measure=%s&field=%s&from=%d&to=%d&window=%s&compare=%s"
        .formatted(
            String.join("&place=", places), measure.id(), field.name(), from, to, window, compare);
  }
}

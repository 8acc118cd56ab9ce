package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.desk.DarkDevices.Dark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What raises the alert of a common cause. */
final class CauseSignal {
  private static final Comparator<Signal> OLDEST_FIRST =
      Comparator.comparing(Signal::occurredAt).thenComparing(Signal::key);

  private CauseSignal() {}

  /** The newest of the devices' signals, with evidence of others, too. */
  static Signal of(Collection<Dark> devices) {
    Signal newest = devices.stream().map(Dark::raised).max(OLDEST_FIRST).orElseThrow();
    Why why = newest.why();
    return new Signal(
        Signal.Kind.RAISED,
        newest.ruleId(),
        newest.ruleVersion(),
        newest.colour(),
        newest.subject(),
        new Why(why.limit(), why.expectedLow(), why.expectedHigh(), why.score(), evidence(devices)),
        newest.occurredAt());
  }

  private static List<Evidence> evidence(Collection<Dark> devices) {
    List<Evidence> evidence = new ArrayList<>();
    for (Dark device : devices) {
      evidence.addAll(device.raised().why().evidence());
      if (evidence.size() >= Why.MOST_EVIDENCE) {
        break;
      }
    }
    evidence.sort(Comparator.comparing(Evidence::occurredAt));
    return Why.seen(List.of()).with(evidence).evidence();
  }
}

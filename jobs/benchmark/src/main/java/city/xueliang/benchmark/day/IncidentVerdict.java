package city.xueliang.benchmark.day;

import city.xueliang.feeds.simulate.incident.Incident;
import java.util.List;

/**
 * How one incident was alerted.
 *
 * @param delayMillis from its beginning until the right alert was told; 0 if it was not
 * @param ownDelayMillis the job's part in it: from what first met the rule until it was told
 * @param told all that belongs to it
 */
record IncidentVerdict(
    Incident incident,
    Expectation expected,
    Outcome outcome,
    long delayMillis,
    long ownDelayMillis,
    List<Telling> told) {

  IncidentVerdict {
    told = List.copyOf(told);
  }
}

package city.xueliang.benchmark.day;

import city.xueliang.feeds.simulate.Simulation;
import city.xueliang.feeds.simulate.TruthListener;
import city.xueliang.feeds.simulate.incident.Incident;
import java.util.ArrayList;
import java.util.List;

/**
 * What truly happens in a simulated city.
 *
 * @param incidents in the order in which they begin
 * @param outages of single devices, in the order in which they begin
 */
record Truth(List<Incident> incidents, List<Outage> outages) {

  Truth {
    incidents = List.copyOf(incidents);
    outages = List.copyOf(outages);
  }

  /**
   * A device that is silent by itself.
   *
   * @param from epoch milliseconds, inclusive
   * @param to epoch milliseconds, exclusive
   */
  record Outage(String deviceId, long from, long to) {}

  /** Lets the simulation tell, which gives the same records to the job. */
  static Truth of(DayOptions options) {
    List<Incident> incidents = new ArrayList<>();
    List<Outage> outages = new ArrayList<>();
    Simulation simulation =
        options
            .feed()
            .simulation(
                new TruthListener() {
                  @Override
                  public void begun(Incident incident) {
                    incidents.add(incident);
                  }

                  @Override
                  public void fellSilent(String deviceId, long from, long to) {
                    outages.add(new Outage(deviceId, from, to));
                  }
                });
    long at = 0;
    while (at < options.end()) {
      at = simulation.next().at();
    }
    return new Truth(incidents, outages);
  }
}

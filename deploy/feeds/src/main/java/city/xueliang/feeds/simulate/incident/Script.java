package city.xueliang.feeds.simulate.incident;

import java.util.List;

/**
 * One incident and what its devices do meanwhile.
 *
 * @param parts of the devices that show it
 * @param silenced numbers of the devices that fall silent
 */
public record Script(Incident incident, List<Part> parts, List<Integer> silenced) {

  public Script {
    parts = List.copyOf(parts);
    silenced = List.copyOf(silenced);
  }
}

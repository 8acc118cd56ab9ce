package city.xueliang.feeds.simulate.city;

import city.xueliang.domain.observation.Measure;
import java.util.regex.Pattern;

/**
 * What a grid is like, as far as its name and those of its zones tell: it decides what its sensors
 * measure and what its cameras count. Stands in the order in which the names are judged.
 */
public enum Surroundings {
  UNDERPASS("下穿|隧道|涵洞", 0.1, 1.0),
  CHEMICAL_PLANT("化工|危化", 0.1, 0.2),
  FESTIVAL("灯会|步行街|夜市|广场|景区|庙会|站前", 2.5, 0.4),
  RAILWAY("铁路", 0.2, 0.4),
  INDUSTRY("工业|工厂|产业园", 0.3, 0.6),
  SCHOOL("学校|校园|中学|小学|大学", 1.2, 0.5),
  HOSPITAL("医院|医疗", 1.0, 0.8),
  MARKET("市场|商场|购物", 1.5, 0.7),
  RESIDENTIAL("", 0.6, 0.8);

  private final Pattern names;
  private final double crowd;
  private final double traffic;

  Surroundings(String names, double crowd, double traffic) {
    this.names = Pattern.compile(names);
    this.crowd = crowd;
    this.traffic = traffic;
  }

  /** By the Chinese names of a grid and of the zones in which it lies. */
  public static Surroundings of(String names) {
    for (Surroundings surroundings : values()) {
      if (surroundings.names.matcher(names).find()) {
        return surroundings;
      }
    }
    return RESIDENTIAL;
  }

  /** What the n-th sensor of a grid measures, from 0. */
  public Measure quantity(int sensor) {
    return SensorMix.quantity(this, sensor);
  }

  /** People before a camera, relative to an ordinary place. */
  public double crowd() {
    return crowd;
  }

  /** Vehicles before a camera, relative to an ordinary road. */
  public double traffic() {
    return traffic;
  }
}

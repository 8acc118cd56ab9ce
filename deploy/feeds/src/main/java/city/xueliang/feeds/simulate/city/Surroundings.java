package city.xueliang.feeds.simulate.city;

import static city.xueliang.domain.observation.Measure.BATTERY_PERCENT;
import static city.xueliang.domain.observation.Measure.CARBON_MONOXIDE_PPM;
import static city.xueliang.domain.observation.Measure.DOOR_OPEN;
import static city.xueliang.domain.observation.Measure.GAS_LEL_PERCENT;
import static city.xueliang.domain.observation.Measure.NOISE_DBA;
import static city.xueliang.domain.observation.Measure.OCCUPANCY_PERCENT;
import static city.xueliang.domain.observation.Measure.PM2_5_UG_M3;
import static city.xueliang.domain.observation.Measure.RESIDUAL_CURRENT_MA;
import static city.xueliang.domain.observation.Measure.SMOKE_OBSCURATION_PERCENT_PER_M;
import static city.xueliang.domain.observation.Measure.SPEED_KPH;
import static city.xueliang.domain.observation.Measure.TEMPERATURE_CELSIUS;
import static city.xueliang.domain.observation.Measure.TILT_DEGREE;
import static city.xueliang.domain.observation.Measure.WATER_DEPTH_MM;
import static city.xueliang.domain.observation.Measure.WATER_PRESSURE_KPA;

import city.xueliang.domain.observation.Measure;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a grid is like, as far as its name and those of its zones tell: it decides what its sensors
 * measure and what its cameras count. Stands in the order in which the names are judged.
 */
public enum Surroundings {
  UNDERPASS("下穿|隧道|涵洞", 0.1, 1.0, WATER_DEPTH_MM, WATER_DEPTH_MM, OCCUPANCY_PERCENT, SPEED_KPH),
  CHEMICAL_PLANT(
      "化工|危化",
      0.1,
      0.2,
      GAS_LEL_PERCENT,
      CARBON_MONOXIDE_PPM,
      TEMPERATURE_CELSIUS,
      GAS_LEL_PERCENT,
      SMOKE_OBSCURATION_PERCENT_PER_M,
      WATER_PRESSURE_KPA,
      DOOR_OPEN),
  FESTIVAL(
      "灯会|步行街|夜市|广场|景区|庙会|站前",
      2.5,
      0.4,
      NOISE_DBA,
      PM2_5_UG_M3,
      GAS_LEL_PERCENT,
      RESIDUAL_CURRENT_MA,
      SMOKE_OBSCURATION_PERCENT_PER_M,
      TEMPERATURE_CELSIUS),
  RAILWAY(
      "铁路",
      0.2,
      0.4,
      TILT_DEGREE,
      WATER_DEPTH_MM,
      NOISE_DBA,
      DOOR_OPEN,
      BATTERY_PERCENT,
      TEMPERATURE_CELSIUS),
  INDUSTRY(
      "工业|工厂|产业园",
      0.3,
      0.6,
      GAS_LEL_PERCENT,
      SMOKE_OBSCURATION_PERCENT_PER_M,
      RESIDUAL_CURRENT_MA,
      TEMPERATURE_CELSIUS,
      GAS_LEL_PERCENT,
      PM2_5_UG_M3,
      NOISE_DBA),
  SCHOOL(
      "学校|校园|中学|小学|大学",
      1.2,
      0.5,
      SMOKE_OBSCURATION_PERCENT_PER_M,
      TEMPERATURE_CELSIUS,
      GAS_LEL_PERCENT,
      DOOR_OPEN,
      RESIDUAL_CURRENT_MA,
      NOISE_DBA),
  HOSPITAL(
      "医院|医疗",
      1.0,
      0.8,
      SMOKE_OBSCURATION_PERCENT_PER_M,
      TEMPERATURE_CELSIUS,
      WATER_PRESSURE_KPA,
      RESIDUAL_CURRENT_MA,
      GAS_LEL_PERCENT,
      DOOR_OPEN),
  MARKET(
      "市场|商场|购物",
      1.5,
      0.7,
      SMOKE_OBSCURATION_PERCENT_PER_M,
      TEMPERATURE_CELSIUS,
      GAS_LEL_PERCENT,
      RESIDUAL_CURRENT_MA,
      GAS_LEL_PERCENT,
      NOISE_DBA),
  RESIDENTIAL(
      "",
      0.6,
      0.8,
      GAS_LEL_PERCENT,
      SMOKE_OBSCURATION_PERCENT_PER_M,
      TEMPERATURE_CELSIUS,
      GAS_LEL_PERCENT,
      RESIDUAL_CURRENT_MA,
      WATER_PRESSURE_KPA,
      OCCUPANCY_PERCENT,
      SPEED_KPH,
      PM2_5_UG_M3,
      NOISE_DBA,
      WATER_DEPTH_MM,
      DOOR_OPEN,
      TILT_DEGREE,
      CARBON_MONOXIDE_PPM,
      BATTERY_PERCENT);

  private final Pattern names;
  private final double crowd;
  private final double traffic;
  private final List<Measure> quantities;

  Surroundings(String names, double crowd, double traffic, Measure... quantities) {
    this.names = Pattern.compile(names);
    this.crowd = crowd;
    this.traffic = traffic;
    this.quantities = List.of(quantities);
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
    return quantities.get(sensor % quantities.size());
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

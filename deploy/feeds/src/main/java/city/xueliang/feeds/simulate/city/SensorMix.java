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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the sensors of a grid measure, one after the other, by its surroundings. */
final class SensorMix {
  private static final Map<Surroundings, List<Measure>> QUANTITIES = quantities();

  private SensorMix() {}

  /**
   * @param sensor its number in the grid, from 0
   */
  static Measure quantity(Surroundings surroundings, int sensor) {
    List<Measure> quantities = QUANTITIES.get(surroundings);
    return quantities.get(sensor % quantities.size());
  }

  private static Map<Surroundings, List<Measure>> quantities() {
    Map<Surroundings, List<Measure>> all = new EnumMap<>(Surroundings.class);
    all.put(
        Surroundings.UNDERPASS,
        List.of(WATER_DEPTH_MM, WATER_DEPTH_MM, OCCUPANCY_PERCENT, SPEED_KPH));
    all.put(
        Surroundings.CHEMICAL_PLANT,
        List.of(
            GAS_LEL_PERCENT,
            CARBON_MONOXIDE_PPM,
            TEMPERATURE_CELSIUS,
            GAS_LEL_PERCENT,
            SMOKE_OBSCURATION_PERCENT_PER_M,
            WATER_PRESSURE_KPA,
            DOOR_OPEN));
    all.put(
        Surroundings.FESTIVAL,
        List.of(
            NOISE_DBA,
            PM2_5_UG_M3,
            GAS_LEL_PERCENT,
            RESIDUAL_CURRENT_MA,
            SMOKE_OBSCURATION_PERCENT_PER_M,
            TEMPERATURE_CELSIUS));
    all.put(
        Surroundings.RAILWAY,
        List.of(
            TILT_DEGREE,
            WATER_DEPTH_MM,
            NOISE_DBA,
            DOOR_OPEN,
            BATTERY_PERCENT,
            TEMPERATURE_CELSIUS));
    all.put(
        Surroundings.INDUSTRY,
        List.of(
            GAS_LEL_PERCENT,
            SMOKE_OBSCURATION_PERCENT_PER_M,
            RESIDUAL_CURRENT_MA,
            TEMPERATURE_CELSIUS,
            GAS_LEL_PERCENT,
            PM2_5_UG_M3,
            NOISE_DBA));
    all.put(
        Surroundings.SCHOOL,
        List.of(
            SMOKE_OBSCURATION_PERCENT_PER_M,
            TEMPERATURE_CELSIUS,
            GAS_LEL_PERCENT,
            DOOR_OPEN,
            RESIDUAL_CURRENT_MA,
            NOISE_DBA));
    all.put(
        Surroundings.HOSPITAL,
        List.of(
            SMOKE_OBSCURATION_PERCENT_PER_M,
            TEMPERATURE_CELSIUS,
            WATER_PRESSURE_KPA,
            RESIDUAL_CURRENT_MA,
            GAS_LEL_PERCENT,
            DOOR_OPEN));
    all.put(
        Surroundings.MARKET,
        List.of(
            SMOKE_OBSCURATION_PERCENT_PER_M,
            TEMPERATURE_CELSIUS,
            GAS_LEL_PERCENT,
            RESIDUAL_CURRENT_MA,
            GAS_LEL_PERCENT,
            NOISE_DBA));
    all.put(
        Surroundings.RESIDENTIAL,
        List.of(
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
            BATTERY_PERCENT));
    return all;
  }
}

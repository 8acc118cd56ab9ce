package city.xueliang.feeds.simulate.incident;

/** What can happen in the simulated city. */
public enum IncidentKind {
  /** Gas sensors of one grid climb past 25 and 50 % LEL; the gas is vented, they fall below 10. */
  GAS_LEAK,
  /** Smoke and heat at the sensors of one grid, smoke and then flame before its cameras. */
  FIRE,
  /** Water climbs in an underpass and runs off again. */
  FLOODED_UNDERPASS,
  /** Far more people than usual before all cameras of a festival's grids. */
  CROWD_CRUSH,
  /** Every device behind one switch falls silent. */
  DEAD_SWITCH,
  /** An e-bike in a lift, seen a few times by one camera. */
  EBIKE_IN_LIFT,
  /** A vehicle stands in a fire lane, before one camera. */
  FIRE_LANE_BLOCKED,
  /** Somebody crosses the fence of a guarded site, before up to two cameras. */
  PERIMETER_BREACH
}

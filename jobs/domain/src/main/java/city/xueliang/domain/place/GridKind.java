package city.xueliang.domain.place;

/** Kind of a grid. */
public enum GridKind {
  /** 综合网格: a residential or street grid. */
  GENERAL,
  /** 专属网格: a campus, hospital, market or industrial park. */
  DEDICATED
}

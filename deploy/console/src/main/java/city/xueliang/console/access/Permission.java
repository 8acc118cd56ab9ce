package city.xueliang.console.access;

/** What a seat may do beyond looking at its places. */
public enum Permission {
  /** Work alerts: acknowledge, on site, close, shelve. */
  ACT,
  /** Hold alerts back by a silence. */
  SILENCE,
  /** Take figures away as a file. */
  EXPORT
}

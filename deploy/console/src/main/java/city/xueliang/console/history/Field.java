package city.xueliang.console.history;

/**
 * A field of a measure.
 *
 * @param unit key of the unit's name; null for none
 * @param adds whether the values of two places add up
 * @param isZeroWhenQuiet whether it is 0 in a window in which nothing happened; else it has no
 *     value then
 */
record Field(String name, String unit, boolean adds, boolean isZeroWhenQuiet) {}

package city.xueliang.benchmark.console;

/**
 * Of a page in a real browser.
 *
 * @param firstPaintMillis from its call to the first contents on the screen, the worst of some
 *     calls
 * @param mapMillis to the map with all grids, the worst of some calls
 * @param longestTaskMillis the longest that the page could not answer while it was watched; 0 if
 *     that was never longer than 50 ms
 * @param longTasks how often it was longer than 50 ms
 * @param busyPercent share of the time in which the page worked
 * @param bytesPerHour of what it received after it was opened, decoded
 */
record PageFigures(
    double firstPaintMillis,
    double mapMillis,
    double longestTaskMillis,
    int longTasks,
    double busyPercent,
    long bytesPerHour) {}

package city.xueliang.benchmark.console;

import java.time.Duration;

/**
 * How much the console has to bear.
 *
 * @param scale factor on the grids and devices of Xining, as the simulator takes it
 * @param alerts that are open at any time
 * @param changes of alerts in a second
 * @param clients who watch the stream of changes
 * @param walls pages that are opened at once: each asks for places, map and the present
 * @param span how long it is measured
 * @param heapMebibytes of the server's process
 * @param withBrowser whether a real page is looked at in the end
 */
record ConsoleOptions(
    double scale,
    int alerts,
    int changes,
    int clients,
    int walls,
    Duration span,
    int heapMebibytes,
    long seed,
    boolean withBrowser) {}

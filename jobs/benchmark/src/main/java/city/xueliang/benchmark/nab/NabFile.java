package city.xueliang.benchmark.nab;

/**
 * What was measured of one file.
 *
 * @param microsPerPoint of judging and learning, without reading and writing
 * @param stateBytes after the last value
 */
record NabFile(
    String file, int points, double microsPerPoint, int stateBytes, double highestScore) {}

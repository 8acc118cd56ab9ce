/**
 * Anomaly scores of recorded series, and how the Numenta Anomaly Benchmark values them. The series
 * themselves are no part of the project.
 */
package city.xueliang.benchmark.nab;

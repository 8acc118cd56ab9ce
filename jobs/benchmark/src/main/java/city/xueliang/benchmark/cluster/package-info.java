/** Flink and the files of one run. */
package city.xueliang.benchmark.cluster;

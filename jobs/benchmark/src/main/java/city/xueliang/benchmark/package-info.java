/** Benchmarks: what the figures of the documentation come from. Nothing depends on them. */
package city.xueliang.benchmark;

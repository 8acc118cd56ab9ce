/** What the commands of the benchmarks share. */
package city.xueliang.benchmark.command;

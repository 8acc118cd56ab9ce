/** How well outbreaks in simulated counts are found, and how often there is a false alarm. */
package city.xueliang.benchmark.counts;

/** How much room the rows of a day take in each store, and how fast they are written. */
package city.xueliang.benchmark.sizing;

/** How a simulated day with incidents is alerted, held against what truly happened. */
package city.xueliang.benchmark.day;

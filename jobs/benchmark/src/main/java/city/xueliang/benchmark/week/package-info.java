/** Whether the job's memory stays level over a week. */
package city.xueliang.benchmark.week;

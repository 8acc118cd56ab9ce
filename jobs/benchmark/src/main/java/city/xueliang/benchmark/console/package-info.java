/** What the console bears: how many watch, how soon all see a change, and what that costs. */
package city.xueliang.benchmark.console;

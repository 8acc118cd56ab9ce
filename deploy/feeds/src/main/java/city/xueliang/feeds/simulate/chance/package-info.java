/** Chance that can be repeated. */
package city.xueliang.feeds.simulate.chance;

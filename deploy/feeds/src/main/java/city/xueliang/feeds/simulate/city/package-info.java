/** The registry of a simulated city: places, grids, zones and devices. */
package city.xueliang.feeds.simulate.city;

/** What goes wrong between a device and its topic. */
package city.xueliang.feeds.simulate.fault;

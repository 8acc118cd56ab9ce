/** What devices say on ordinary days, and its bytes. */
package city.xueliang.feeds.simulate.signal;

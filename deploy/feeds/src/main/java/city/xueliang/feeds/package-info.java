/** The commands that bring records into the topics. */
package city.xueliang.feeds;

/** From the files that a city keeps of its places and devices to the topics of the registry. */
package city.xueliang.feeds.registry;

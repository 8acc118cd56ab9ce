/** Sending records to the topics: on schedule, without losing one silently, telling how far. */
package city.xueliang.feeds.send;

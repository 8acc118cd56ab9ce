/** From the topic of alerts to the channels: progress, retries, rate limits. */
package city.xueliang.notify.delivery;

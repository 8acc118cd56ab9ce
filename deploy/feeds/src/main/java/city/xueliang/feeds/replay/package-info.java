/** Recorded CSV files into the topics, as if what they tell happened then, or happened now. */
package city.xueliang.feeds.replay;

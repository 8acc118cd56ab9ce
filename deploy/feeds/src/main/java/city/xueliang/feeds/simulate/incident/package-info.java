/** Scripted incidents: where they can happen, how they unfold, what they did. */
package city.xueliang.feeds.simulate.incident;

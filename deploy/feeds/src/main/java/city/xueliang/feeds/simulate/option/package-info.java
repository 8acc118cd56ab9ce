/** Options that cannot be met, told in the user's language. */
package city.xueliang.feeds.simulate.option;

/** The city's places, for look-up by whoever asks, draws or judges. */
package city.xueliang.console.city;

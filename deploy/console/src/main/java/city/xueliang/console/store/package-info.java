/** The store, as the console's routes ask it. */
package city.xueliang.console.store;

/** The command line of the console, and what is wrong with one. */
package city.xueliang.console.options;

/** The file that says who is told of what, and over which channel. */
package city.xueliang.notify.config;

/** How records get to the broker. */
package city.xueliang.console.send;

/** How much one seat, or one address, may ask for. */
package city.xueliang.console.limit;

/** Who asks, and what they may see and do. */
package city.xueliang.console.access;

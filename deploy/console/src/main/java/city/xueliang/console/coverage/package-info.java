/** Where the city is blind: places and network segments of which devices are not heard. */
package city.xueliang.console.coverage;

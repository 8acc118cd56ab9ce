/** The changes of the city, sent to all who watch it. */
package city.xueliang.console.stream;

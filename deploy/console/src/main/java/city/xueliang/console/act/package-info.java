/** What seats do: work alerts, lay down silences and end them. */
package city.xueliang.console.act;

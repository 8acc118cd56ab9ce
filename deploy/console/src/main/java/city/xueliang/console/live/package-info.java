/** The city as the topics tell it now. */
package city.xueliang.console.live;

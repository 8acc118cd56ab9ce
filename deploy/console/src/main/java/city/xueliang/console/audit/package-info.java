/** The record of what seats did at the console, and tried to do. */
package city.xueliang.console.audit;

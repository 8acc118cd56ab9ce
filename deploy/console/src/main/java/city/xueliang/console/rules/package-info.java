/** Rules, response policies and silences in force, for seats to look at. */
package city.xueliang.console.rules;

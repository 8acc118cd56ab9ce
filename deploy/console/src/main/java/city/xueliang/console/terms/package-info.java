/** Rules, response policies and silences in the form of the API, as far as they reach a seat. */
package city.xueliang.console.terms;

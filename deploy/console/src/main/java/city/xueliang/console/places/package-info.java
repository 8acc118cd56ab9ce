/** The places that a seat sees, as a list and as drawings. */
package city.xueliang.console.places;

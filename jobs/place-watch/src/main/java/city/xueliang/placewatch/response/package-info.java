/** Follows how alerts are answered, and how many each seat is told. */
package city.xueliang.placewatch.response;

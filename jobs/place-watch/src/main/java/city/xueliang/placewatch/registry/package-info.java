/** What operators take in of the registry and the rules, and what they know of them then. */
package city.xueliang.placewatch.registry;

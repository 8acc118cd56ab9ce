/**
 * A city that is not there: its registry, its devices' records with their faults, and its
 * incidents. The same seed, start and options give the same bytes.
 */
package city.xueliang.feeds.simulate;

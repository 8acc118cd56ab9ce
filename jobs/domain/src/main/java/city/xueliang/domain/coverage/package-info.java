/** How much of a place is seen: which of its devices are heard, and why others are not. */
package city.xueliang.domain.coverage;

/** The alert desk of a district: what becomes of signals, and how alerts are worked. */
package city.xueliang.domain.desk;

/** What detectors have in common: each judges one condition of a rule, for one key. */
package city.xueliang.domain.detector;

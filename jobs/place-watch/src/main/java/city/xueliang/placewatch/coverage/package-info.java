/** Sums up, place by place, which devices are heard. */
package city.xueliang.placewatch.coverage;

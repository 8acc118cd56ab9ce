/**
 * The streaming job {@code place-watch}: intake, watch, tally, desk, publish, in the order in which
 * an event meets them. {@link city.xueliang.placewatch.PlaceWatchPipeline} shows the way.
 */
package city.xueliang.placewatch;

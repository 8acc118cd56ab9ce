package city.xueliang.store.reading;

/**
 * A place with its statistic.
 *
 * @param value a Long for sum, least and greatest of an integer field, else a Double
 * @param windows how many windows had a row
 */
public record RankedPlace(String place, Number value, long windows) {}

/**
 * Reads the store's rows: {@link city.xueliang.store.reading.MetricHistory} is the port, with one
 * adapter for InfluxDB and one for QuestDB.
 */
package city.xueliang.store.reading;

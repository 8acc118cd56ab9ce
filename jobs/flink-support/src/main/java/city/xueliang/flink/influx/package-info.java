/**
 * A Flink sink that writes points to InfluxDB and to what answers InfluxDB's {@code /api/v2/write}.
 *
 * <pre>
 *  element ─ LineConverter ─ InfluxDbWriter ────── Outbox ────── LineSender ──── InfluxDbConnection ─ server
 *                            cuts batches,         in order,     retries for
 *                            checkpoint state      bounded       ever, halves
 *                                                                     └── refused point ── RefusedPoints
 * </pre>
 *
 * <p>A point is written, or durably refused, or in a buffer that is part of the checkpoint.
 */
package city.xueliang.flink.influx;

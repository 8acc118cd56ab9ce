/**
 * The Avro contracts of every topic, their released versions, and the codec that reads and writes
 * them.
 */
package city.xueliang.schemas;

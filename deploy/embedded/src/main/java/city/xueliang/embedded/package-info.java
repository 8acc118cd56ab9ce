/**
 * A Kafka broker and a time series store inside this JVM, for a city on one machine and for tests.
 * Both keep their data in a folder, listen on 127.0.0.1 only, and come back from a {@code kill -9}
 * over the same folder with everything they had acknowledged.
 */
package city.xueliang.embedded;

/** What more than one Flink job needs. */
package city.xueliang.flink;

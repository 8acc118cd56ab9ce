package city.xueliang.embedded;

import java.util.HashMap;
import java.util.Map;

/** QuestDB's settings for a store that shares its machine and is reached over HTTP only. */
final class StoreSettings {
  /** The other listeners would bind every address of the machine. */
  private static final Map<String, String> HTTP_ONLY =
      Map.of(
          "QDB_HTTP_MIN_ENABLED", "false",
          "QDB_PG_ENABLED", "false",
          "QDB_LINE_TCP_ENABLED", "false",
          "QDB_LINE_UDP_ENABLED", "false",
          "QDB_TELEMETRY_ENABLED", "false");

  /** Threads do not grow with the machine: the store serves one city's page and one job. */
  private static final Map<String, String> FEW_THREADS =
      Map.of(
          "QDB_SHARED_WORKER_COUNT", "2",
          // Zero: on the shared threads.
          "QDB_WAL_APPLY_WORKER_COUNT", "0",
          "QDB_MAT_VIEW_REFRESH_WORKER_COUNT", "0",
          "QDB_VIEW_COMPILER_WORKER_COUNT", "0",
          "QDB_CAIRO_MAT_VIEW_ENABLED", "false");

  /**
   * Files grow by a page, per column and per symbol. With the defaults of up to 16 MiB an empty
   * store takes 200 MB, of the disk and of memory.
   */
  private static final Map<String, String> SMALL_PAGES =
      Map.of(
          "QDB_CAIRO_WRITER_DATA_APPEND_PAGE_SIZE", "256K",
          "QDB_CAIRO_WRITER_DATA_INDEX_KEY_APPEND_PAGE_SIZE", "64K",
          "QDB_CAIRO_WRITER_DATA_INDEX_VALUE_APPEND_PAGE_SIZE", "64K",
          "QDB_CAIRO_WAL_WRITER_DATA_APPEND_PAGE_SIZE", "256K",
          "QDB_CAIRO_SQL_MAP_PAGE_SIZE", "1M",
          "QDB_CAIRO_SQL_SORT_VALUE_PAGE_SIZE", "1M",
          "QDB_CAIRO_SQL_HASH_JOIN_VALUE_PAGE_SIZE", "1M");

  /** Filled when a thread first compiles SQL; the defaults take 80 MB of heap. */
  private static final Map<String, String> SMALL_POOLS =
      Map.of(
          "QDB_CAIRO_LEXER_POOL_CAPACITY", "128",
          "QDB_CAIRO_EXPRESSION_POOL_CAPACITY", "1024",
          "QDB_CAIRO_MODEL_POOL_CAPACITY", "64",
          "QDB_CAIRO_COLUMN_POOL_CAPACITY", "512",
          "QDB_CAIRO_SQL_COPY_QUEUE_CAPACITY", "2",
          "QDB_CAIRO_SQL_COPY_BUFFER_SIZE", "64K",
          // Per connection; a longer request is taken in parts.
          "QDB_HTTP_RECV_BUFFER_SIZE", "256K",
          "QDB_HTTP_SEND_BUFFER_SIZE", "256K");

  private StoreSettings() {}

  static Map<String, String> of(int port) {
    Map<String, String> settings = new HashMap<>(HTTP_ONLY);
    settings.put("QDB_HTTP_NET_BIND_TO", LoopbackPorts.HOST + ":" + port);
    settings.putAll(FEW_THREADS);
    settings.putAll(SMALL_PAGES);
    settings.putAll(SMALL_POOLS);
    return settings;
  }
}

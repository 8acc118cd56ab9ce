package city.xueliang.embedded;

import java.util.HashMap;
import java.util.Map;

/** QuestDB's settings for a store that shares its machine and is reached over HTTP only. */
final class StoreSettings {

  private StoreSettings() {}

  static Map<String, String> of(int port) {
    Map<String, String> settings = new HashMap<>(HTTP_ONLY);
    settings.put("QDB_HTTP_NET_BIND_TO", LoopbackPorts.HOST + ":" + port);
    settings.putAll(SMALL);
    return settings;
  }

  /** The other listeners would bind every address of the machine. */
  private static final Map<String, String> HTTP_ONLY =
      Map.of(
          "QDB_HTTP_MIN_ENABLED", "false",
          "QDB_PG_ENABLED", "false",
          "QDB_LINE_TCP_ENABLED", "false",
          "QDB_LINE_UDP_ENABLED", "false",
          "QDB_TELEMETRY_ENABLED", "false");

  private static final Map<String, String> SMALL =
      Map.of("QDB_CAIRO_WRITER_DATA_APPEND_PAGE_SIZE", "1M");
}

package city.xueliang.feeds.registry;

/** GeoJSON with apostrophes for quotation marks, until {@link #json} or {@link #collection}. */
final class GeoJsonText {

  private GeoJsonText() {}

  static String geometry(String type, String coordinates) {
    return "{'type':'%s','coordinates':%s}".formatted(type, coordinates);
  }

  static String feature(String properties, String geometry) {
    return "{'type':'Feature','properties':{%s},'geometry':%s}".formatted(properties, geometry);
  }

  /** The first feature stands on line 2. */
  static String collection(String... features) {
    return json(
        "{'features':[\n" + String.join(",\n", features) + "\n],'type':'FeatureCollection'}");
  }

  static String json(String withApostrophes) {
    return withApostrophes.replace('\'', '"');
  }
}

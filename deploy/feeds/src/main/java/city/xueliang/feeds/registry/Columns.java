package city.xueliang.feeds.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a kind of file; the properties of a GeoJSON feature have the same names. */
final class Columns {
  static final Columns PLACES =
      new Columns(
          List.of("code", "level", "parent", "nameZh"),
          List.of(
              "nameEn",
              "gridKind",
              "longitude",
              "latitude",
              "areaSquareMetres",
              "grids",
              "validFrom",
              "validTo",
              "replacedBy"));
  static final Columns DEVICES =
      new Columns(
          List.of("deviceId", "grid", "modelClass", "reportIntervalSeconds", "segment"),
          List.of("since", "retiredAt"));

  /** What the national tables of divisions call the Chinese name. */
  private static final String NATIONAL_NAME = "name";

  private final List<String> obligatory;
  private final List<String> optional;

  private Columns(List<String> obligatory, List<String> optional) {
    this.obligatory = obligatory;
    this.optional = optional;
  }

  /** Whose columns these are; empty if they are neither's. */
  static Optional<Columns> of(List<String> written) {
    List<String> lower = written.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (lower.contains("deviceid")) {
      return Optional.of(DEVICES);
    }
    return lower.contains("code") ? Optional.of(PLACES) : Optional.empty();
  }

  List<String> obligatory() {
    return obligatory;
  }

  /** All, those that are obligatory first. */
  List<String> names() {
    return Stream.concat(obligatory.stream(), optional.stream()).toList();
  }

  /** The column that is meant, whatever the case of its letters. */
  Optional<String> named(String written) {
    String meant = this == PLACES && written.equalsIgnoreCase(NATIONAL_NAME) ? "nameZh" : written;
    return names().stream().filter(meant::equalsIgnoreCase).findFirst();
  }

  /** The names, for a message. */
  String words() {
    return String.join(", ", names());
  }
}

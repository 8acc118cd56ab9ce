package city.xueliang.placewatch.intake;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.Quantity;
import java.util.EnumMap;

/**
 * The measures of the domain and the kinds and quantities of the contracts, which have the same
 * names.
 */
public final class Measures {
  private static final EnumMap<CameraKind, Measure> BY_KIND = new EnumMap<>(CameraKind.class);
  private static final EnumMap<Quantity, Measure> BY_QUANTITY = new EnumMap<>(Quantity.class);

  static {
    for (Measure measure : Measure.values()) {
      if (measure.sender() == ModelClass.CAMERA) {
        BY_KIND.put(CameraKind.valueOf(measure.name()), measure);
      } else {
        BY_QUANTITY.put(Quantity.valueOf(measure.name()), measure);
      }
    }
  }

  private Measures() {}

  static Measure of(CameraKind kind) {
    return BY_KIND.get(kind);
  }

  static Measure of(Quantity quantity) {
    return BY_QUANTITY.get(quantity);
  }

  /** The kind with this measure's name; null for a quantity. */
  public static CameraKind kind(Measure measure) {
    return measure.sender() == ModelClass.CAMERA ? CameraKind.valueOf(measure.name()) : null;
  }

  /** The quantity with this measure's name; null for a kind. */
  public static Quantity quantity(Measure measure) {
    return measure.sender() == ModelClass.SENSOR ? Quantity.valueOf(measure.name()) : null;
  }
}

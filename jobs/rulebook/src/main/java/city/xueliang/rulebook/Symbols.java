package city.xueliang.rulebook;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.Quantity;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Symbols of the contracts and enums of the domain, which have the same names. */
final class Symbols {
  private Symbols() {}

  /** The domain's value; null for a symbol that only a newer release knows. */
  static <E extends Enum<E>> E of(Class<E> type, Enum<?> symbol) {
    return symbol == null
        ? null
        : Arrays.stream(type.getEnumConstants())
            .filter(value -> value.name().equals(symbol.name()))
            .findFirst()
            .orElse(null);
  }

  /** Symbols in the order of the contract. */
  static <E extends Enum<E>> List<E> all(Class<E> type, Collection<? extends Enum<?>> values) {
    return values.stream().map(value -> Enum.valueOf(type, value.name())).sorted().toList();
  }

  /** The measure of a kind or a quantity; null if both, neither or an unknown one is there. */
  static Measure measure(CameraKind kind, Quantity quantity) {
    if ((kind == null) == (quantity == null)) {
      return null;
    }
    return of(Measure.class, kind != null ? kind : quantity);
  }

  /** The kind with this measure's name; null for a quantity. */
  static CameraKind kind(Measure measure) {
    return measure.sender() == ModelClass.CAMERA ? CameraKind.valueOf(measure.name()) : null;
  }

  /** The quantity with this measure's name; null for a kind. */
  static Quantity quantity(Measure measure) {
    return measure.sender() == ModelClass.SENSOR ? Quantity.valueOf(measure.name()) : null;
  }
}

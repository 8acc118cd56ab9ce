package city.xueliang.notify.message;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Evidence;
import city.xueliang.schemas.Quantity;
import java.util.List;
import java.util.Optional;

/** Says what was measured or seen, against the limit or what was expected. */
final class EvidenceWords {
  private final Words words;

  EvidenceWords(Words words) {
    this.words = words;
  }

  /** Of the newest evidence; nothing if there is none. */
  Optional<String> of(Alert alert) {
    List<Evidence> all = alert.getEvidence();
    if (all.isEmpty()) {
      return against(alert, "");
    }
    Evidence newest = all.get(all.size() - 1);
    String unit = newest.getQuantity() == null ? "" : unit(newest.getQuantity());
    String seen = words.text("evidence", name(newest), value(newest, unit));
    return Optional.of(
        seen + against(alert, unit).map(text -> words.text("comma") + text).orElse(""));
  }

  private Optional<String> against(Alert alert, String unit) {
    if (alert.getExpectedLow() != null && alert.getExpectedHigh() != null) {
      return Optional.of(
          words.text(
              "evidence.expected",
              words.number(alert.getExpectedLow()),
              words.number(alert.getExpectedHigh()) + unit));
    }
    return Optional.ofNullable(alert.getLimit())
        .map(limit -> words.text("evidence.limit", words.number(limit) + unit));
  }

  private String name(Evidence evidence) {
    if (evidence.getQuantity() != null) {
      return words.word(evidence.getQuantity());
    }
    return evidence.getKind() == null
        ? words.text("evidence.value")
        : words.word(evidence.getKind());
  }

  private String value(Evidence evidence, String unit) {
    if (evidence.getQuantity() == Quantity.DOOR_OPEN) {
      return words.text(evidence.getValue() > 0 ? "door.open" : "door.shut");
    }
    return words.number(evidence.getValue()) + unit;
  }

  /** With a space before it; the same in every language. */
  private static String unit(Quantity quantity) {
    return switch (quantity) {
      case GAS_LEL_PERCENT -> " % LEL";
      case CARBON_MONOXIDE_PPM -> " ppm";
      case SMOKE_OBSCURATION_PERCENT_PER_M -> " %/m";
      case TEMPERATURE_CELSIUS -> " °C";
      case WATER_DEPTH_MM -> " mm";
      case WATER_PRESSURE_KPA -> " kPa";
      case RESIDUAL_CURRENT_MA -> " mA";
      case PM2_5_UG_M3 -> " µg/m³";
      case NOISE_DBA -> " dB(A)";
      case OCCUPANCY_PERCENT, BATTERY_PERCENT -> " %";
      case SPEED_KPH -> " km/h";
      case TILT_DEGREE -> "°";
      case DOOR_OPEN, UNKNOWN -> "";
    };
  }
}

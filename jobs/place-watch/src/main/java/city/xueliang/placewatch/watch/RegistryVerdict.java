package city.xueliang.placewatch.watch;

import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.schemas.RejectReason;
import java.time.Instant;
import java.util.Optional;

/** Whether the registry knows who sent a record, from where, and that it may send such. */
final class RegistryVerdict {
  private RegistryVerdict() {}

  /**
   * Judges who sent a record.
   *
   * @param device that sent it; null if the registry has none
   */
  static Optional<Rejection> ofDevice(Accepted accepted, Device device) {
    Observation observation = accepted.observation();
    if (device == null) {
      return rejection(
          accepted,
          RejectReason.UNKNOWN_DEVICE,
          "device %s is not in the registry".formatted(observation.deviceId()));
    }
    if (device.isRetiredAt(observation.occurredAt())) {
      return rejection(
          accepted,
          RejectReason.RETIRED_DEVICE,
          "device %s was retired at %s; the record occurred at %s"
              .formatted(
                  observation.deviceId(),
                  Instant.ofEpochMilli(device.retiredAt()),
                  occurredAt(observation)));
    }
    if (device.modelClass() != observation.measure().sender()) {
      return rejection(
          accepted,
          RejectReason.WRONG_MODEL_CLASS,
          "device %s is a %s, but %s comes from a %s"
              .formatted(
                  observation.deviceId(),
                  device.modelClass(),
                  observation.measure(),
                  observation.measure().sender()));
    }
    return Optional.empty();
  }

  /**
   * Judges where a record occurred.
   *
   * @param grid in which its device stood then; null if that is not known
   * @param place newest entry of the grid; null if there never was one
   */
  static Optional<Rejection> ofGrid(
      Accepted accepted, Device device, String grid, PlaceChange place) {
    Observation observation = accepted.observation();
    if (grid == null) {
      return rejection(
          accepted,
          RejectReason.UNKNOWN_GRID,
          "device %s stands in grid %s since %s, and its former grid is not known; the record occurred at %s"
              .formatted(
                  observation.deviceId(),
                  device.grid(),
                  Instant.ofEpochMilli(device.since()),
                  occurredAt(observation)));
    }
    if (place == null || place.validity() == null) {
      return rejection(
          accepted,
          RejectReason.UNKNOWN_GRID,
          "grid %s of device %s is not in the registry".formatted(grid, observation.deviceId()));
    }
    Validity validity = place.validity();
    if (!validity.covers(observation.occurredAt())) {
      return rejection(
          accepted,
          RejectReason.UNKNOWN_GRID,
          "grid %s of device %s is valid from %s until %s; the record occurred at %s"
              .formatted(
                  grid,
                  observation.deviceId(),
                  validity.from() == null ? "ever" : validity.from(),
                  validity.to() == null ? "further notice" : validity.to(),
                  occurredAt(observation)));
    }
    return Optional.empty();
  }

  private static Optional<Rejection> rejection(
      Accepted accepted, RejectReason reason, String detail) {
    return Optional.of(new Rejection(accepted.source(), reason, detail));
  }

  private static Instant occurredAt(Observation observation) {
    return Instant.ofEpochMilli(observation.occurredAt());
  }
}

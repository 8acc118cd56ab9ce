package city.xueliang.placewatch.intake;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.place.Segments;
import city.xueliang.schemas.Device;
import city.xueliang.schemas.RejectReason;
import java.io.Serial;

/** Checks the records of {@code devices}, so that one bad entry cannot stop the job. */
public final class DeviceDecoder extends RecordDecoder<Device, DeviceChange> {
  @Serial private static final long serialVersionUID = 1L;

  public DeviceDecoder() {
    super(Device.class, new DeviceChange.Form());
  }

  @Override
  DeviceChange accept(Device device, SourceRecord source, long appendedAt)
      throws RejectedException {
    FeedChecks.deviceId(device.getDeviceId());
    if (!PlaceCodes.isValid(device.getGrid(), Level.GRID)) {
      throw new RejectedException(
          RejectReason.BAD_PLACE_CODE,
          "grid '%s' is not %s"
              .formatted(Excerpt.of(device.getGrid()), PlaceCodes.form(Level.GRID)));
    }
    if (device.getReportIntervalSeconds() < 1) {
      throw new RejectedException(
          RejectReason.BAD_FIELD,
          "reportIntervalSeconds is %d; 1 or more is allowed"
              .formatted(device.getReportIntervalSeconds()));
    }
    if (!Segments.isValid(device.getSegment())) {
      throw new RejectedException(
          RejectReason.BAD_FIELD,
          "segment '%s' is not %s".formatted(Excerpt.of(device.getSegment()), Segments.FORM));
    }
    if (device.getSince() != null) {
      FeedChecks.plausible("since", device.getSince().toEpochMilli());
    }
    return new DeviceChange(
        device.getDeviceId(),
        new city.xueliang.domain.place.Device(
            device.getDeviceId(),
            device.getGrid(),
            modelClass(device),
            device.getReportIntervalSeconds(),
            device.getSegment(),
            device.getSince() == null
                ? city.xueliang.domain.place.Device.SINCE_PUBLISHED
                : device.getSince().toEpochMilli(),
            device.getRetiredAt() == null
                ? city.xueliang.domain.place.Device.IN_SERVICE
                : device.getRetiredAt().toEpochMilli()),
        new Position(source.offset(), appendedAt));
  }

  @Override
  DeviceChange acceptDeletion(String key, Position position) throws RejectedException {
    FeedChecks.deviceId(key);
    return new DeviceChange(key, null, position);
  }

  private static ModelClass modelClass(Device device) throws RejectedException {
    return switch (device.getModelClass()) {
      case CAMERA -> ModelClass.CAMERA;
      case SENSOR -> ModelClass.SENSOR;
      case UNKNOWN ->
          throw new RejectedException(
              RejectReason.UNKNOWN_SYMBOL, "the model class is none that this release knows");
    };
  }
}

package city.xueliang.placewatch.intake;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.observation.RecordId;
import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.EventId;
import city.xueliang.schemas.RejectReason;
import java.io.Serial;
import java.nio.ByteBuffer;

/** Checks and flattens the records of {@code camera-events}. */
public final class CameraEventDecoder extends RecordDecoder<CameraEvent, Accepted> {
  @Serial private static final long serialVersionUID = 1L;

  private final FeedChecks checks;

  /**
   * A decoder.
   *
   * @param checkAppendTime whether a receivedAt too far ahead of the broker's append time is
   *     refused
   */
  public CameraEventDecoder(boolean checkAppendTime) {
    super(CameraEvent.class, new Accepted.Form());
    this.checks = new FeedChecks(checkAppendTime);
  }

  @Override
  Accepted accept(CameraEvent event, SourceRecord source, long appendedAt)
      throws RejectedException {
    FeedChecks.deviceId(event.getDeviceId());
    if (event.getKind() == CameraKind.UNKNOWN) {
      throw new RejectedException(
          RejectReason.UNKNOWN_SYMBOL, "the kind is none that this release knows");
    }
    long occurredAt = event.getOccurredAt().toEpochMilli();
    long receivedAt = event.getReceivedAt().toEpochMilli();
    checks.times(event.getDeviceId(), occurredAt, receivedAt, appendedAt);
    share("confidence", event.getConfidence());
    if (event.getRegion() != null) {
      share("region.left", event.getRegion().getLeft());
      share("region.top", event.getRegion().getTop());
      share("region.width", event.getRegion().getWidth());
      share("region.height", event.getRegion().getHeight());
    }
    Measure kind = Measures.of(event.getKind());
    return new Accepted(
        new Observation(
            event.getDeviceId(),
            kind,
            occurredAt,
            receivedAt,
            count(kind, event.getCount()),
            id(event.getEventId())),
        source);
  }

  private static double count(Measure kind, Integer count) throws RejectedException {
    if (count == null) {
      if (kind.isValued()) {
        throw new RejectedException(
            RejectReason.BAD_FIELD, "count is missing; %s must have one".formatted(kind));
      }
      return 0;
    }
    FeedChecks.value("count", kind, count);
    return count;
  }

  private static void share(String field, Float value) throws RejectedException {
    if (value != null && !(value >= 0 && value <= 1)) {
      throw new RejectedException(
          RejectReason.BAD_FIELD, "%s is %s; allowed is 0 to 1".formatted(field, value));
    }
  }

  private static RecordId id(EventId eventId) {
    ByteBuffer bits = ByteBuffer.wrap(eventId.bytes());
    return RecordId.ofEvent(bits.getLong(), bits.getLong());
  }
}

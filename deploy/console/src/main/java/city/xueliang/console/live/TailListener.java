package city.xueliang.console.live;

import city.xueliang.schemas.PlaceMetrics;

/** Who is told of single records as they come. */
public interface TailListener {
  /** Wants nothing. */
  TailListener NONE =
      new TailListener() {
        @Override
        public boolean wantsMetricsOf(String place) {
          return false;
        }

        @Override
        public void take(PlaceMetrics metrics) {}

        @Override
        public void take(Refusal refusal) {}
      };

  /** Whether it is told of the figures of this place. */
  boolean wantsMetricsOf(String place);

  void take(PlaceMetrics metrics);

  void take(Refusal refusal);

  /**
   * An action of a seat that the desk did not do.
   *
   * @param actionId 32 hexadecimal digits
   * @param reason name of the contract's reject reason
   */
  record Refusal(String seat, String actionId, String alertId, String reason, String detail) {}
}

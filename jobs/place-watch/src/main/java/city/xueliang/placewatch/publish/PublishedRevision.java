package city.xueliang.placewatch.publish;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.Held;

/**
 * A revision that was published.
 *
 * @param stage in its life to which the alert had come
 */
public record PublishedRevision(int revision, Stage stage) {

  static PublishedRevision of(city.xueliang.schemas.Alert alert) {
    return new PublishedRevision(
        alert.getRevision(),
        new Stage(
            alert.getState().name(),
            alert.getConditionHolds(),
            alert.getReopenings(),
            alert.getShelvedUntil() != null,
            alert.getInhibitedBy() != null,
            alert.getSilencedBy() != null));
  }

  /**
   * What makes an alert another one for who works it. How high it climbed and what it counted by
   * then depends on the clock, and is not the same when it happens once more.
   */
  public record Stage(
      String state,
      boolean conditionHolds,
      int reopenings,
      boolean isShelved,
      boolean isInhibited,
      boolean isSilenced) {

    public static Stage of(Alert alert) {
      Held held = alert.held();
      return new Stage(
          alert.state().name(),
          alert.conditionHolds(),
          alert.reopenings(),
          held.shelvedUntil() != 0,
          !held.inhibitedBy().isEmpty(),
          !held.silencedBy().isEmpty());
    }
  }
}

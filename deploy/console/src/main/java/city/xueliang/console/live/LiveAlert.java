package city.xueliang.console.live;

import city.xueliang.schemas.Alert;
import java.util.List;

/**
 * The newest revision of an alert, with what is known of those before.
 *
 * @param partition of the topic, in which all revisions of an alert are
 * @param offset of this revision
 * @param timeline the oldest step first
 */
public record LiveAlert(Alert alert, int partition, long offset, List<AlertStep> timeline) {
  public LiveAlert {
    timeline = List.copyOf(timeline);
  }
}

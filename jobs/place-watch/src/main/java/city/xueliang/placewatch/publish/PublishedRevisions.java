package city.xueliang.placewatch.publish;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Looks up what was published already. */
@FunctionalInterface
public interface PublishedRevisions extends Serializable {

  /**
   * The revisions of each alert that were published since then, by alert id, oldest first.
   *
   * @param epochMillis by the broker's clock, or a little before
   */
  Map<String, List<PublishedRevision>> since(long epochMillis) throws Exception;
}

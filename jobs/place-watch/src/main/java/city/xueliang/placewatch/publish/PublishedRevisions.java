package city.xueliang.placewatch.publish;

import java.io.Serializable;
import java.util.Map;

/** Looks up what was published already. */
@FunctionalInterface
public interface PublishedRevisions extends Serializable {

  /**
   * The highest revision of each alert among what was published since then, by alert id.
   *
   * @param epochMillis by the broker's clock, or a little before
   */
  Map<String, Integer> since(long epochMillis) throws Exception;
}

package city.xueliang.console.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Places and network segments with blind spots, the worst first. Times are epoch milliseconds. */
record BlindSpots(List<BlindPlace> places, List<BlindSegment> segments) {
  BlindSpots {
    places = List.copyOf(places);
    segments = List.copyOf(segments);
  }

  /**
   * A place.
   *
   * @param row CoverageRow of its newest minute
   * @param since when the longest silent of its devices was heard last; null if none was ever
   * @param trend percent heard by hour, the oldest first; null for an hour without figures
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BlindPlace(ObjectNode row, Long since, List<Double> trend) {
    BlindPlace {
      trend = Collections.unmodifiableList(new ArrayList<>(trend));
    }
  }

  /**
   * A network segment, with the devices that the seat sees.
   *
   * @param dark how many of them are not heard
   * @param grids of the dark ones
   * @param since when the first of them was missed; null if none is
   * @param alerts ids of those about it that the seat sees
   * @param trend outages that began by hour, the oldest first
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BlindSegment(
      String segment,
      int devices,
      int dark,
      List<String> grids,
      Long since,
      List<String> alerts,
      List<Integer> trend) {
    BlindSegment {
      grids = List.copyOf(grids);
      alerts = List.copyOf(alerts);
      trend = List.copyOf(trend);
    }
  }
}

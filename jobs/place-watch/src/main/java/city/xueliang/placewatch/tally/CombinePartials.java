package city.xueliang.placewatch.tally;

import city.xueliang.domain.tally.Contribution;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.domain.tally.PlacePartial;
import city.xueliang.domain.tally.Tallies;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Merges, before a shuffle, what comes for the same place and minute, so that one partial crosses
 * instead of many. It is let go when the watermark passes the minute, when there is much of it, and
 * before every checkpoint barrier: nothing is buffered across one, hence there is no state.
 *
 * @param <T> what comes
 */
public final class CombinePartials<T extends Contribution>
    extends AbstractStreamOperator<PlacePartial>
    implements OneInputStreamOperator<T, PlacePartial> {
  private static final long serialVersionUID = 1L;

  /** Some 10 MB, and more than a city's places have in a minute. */
  private static final int MOST_PARTIALS = 20_000;

  private transient NavigableMap<Long, Map<String, PlacePartial>> byMinute;
  private transient int held;

  @Override
  public void open() throws Exception {
    super.open();
    byMinute = new TreeMap<>();
  }

  @Override
  public void processElement(StreamRecord<T> element) {
    T contribution = element.getValue();
    Map<String, PlacePartial> byPlace =
        byMinute.computeIfAbsent(contribution.minute(), any -> new HashMap<>());
    PlacePartial partial = byPlace.get(contribution.place());
    if (partial == null) {
      partial =
          new PlacePartial(
              contribution.place(), contribution.district(), contribution.minute(), new Tallies());
      byPlace.put(contribution.place(), partial);
      held++;
    }
    contribution.addTo(partial.tallies());
    if (held >= MOST_PARTIALS) {
      releaseUntil(Long.MAX_VALUE);
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    releaseUntil(mark.getTimestamp());
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    releaseUntil(Long.MAX_VALUE);
  }

  @Override
  public void finish() {
    releaseUntil(Long.MAX_VALUE);
  }

  /** Lets go of the minutes that ended by then. */
  private void releaseUntil(long watermark) {
    Iterator<Map.Entry<Long, Map<String, PlacePartial>>> minutes = byMinute.entrySet().iterator();
    while (minutes.hasNext()) {
      Map.Entry<Long, Map<String, PlacePartial>> minute = minutes.next();
      if (Minutes.endOf(minute.getKey()) - 1 > watermark) {
        return;
      }
      minute.getValue().values().forEach(each -> output.collect(new StreamRecord<>(each)));
      held -= minute.getValue().size();
      minutes.remove();
    }
  }
}

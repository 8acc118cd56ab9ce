package city.xueliang.domain.detector;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What was seen at one key lately, and which episodes of it were told. Mutable. */
public final class EpisodeState {
  private static final long NONE = Long.MIN_VALUE;

  /** More of them are remembered as one: all before the end of the last of those. */
  private static final int MOST_TOLD = 16;

  final Sightings sightings;

  /** The one that is raised and not cleared; null if none is. */
  Episode open;

  /** Event time that is over, as far as is known. */
  long reached = NONE;

  private final List<Episode> told;

  /** What began by then was told. */
  private long toldBefore = NONE;

  public EpisodeState() {
    this(new Sightings(), new ArrayList<>(0));
  }

  private EpisodeState(Sightings sightings, List<Episode> told) {
    this.sightings = sightings;
    this.told = told;
  }

  public boolean isEmpty() {
    return open == null && told.isEmpty() && sightings.isEmpty();
  }

  /** Ends what is open. */
  void close() {
    tell(open);
    open = null;
  }

  /** Remembers an episode as one that was told. */
  void tell(Episode episode) {
    told.add(episode);
    if (told.size() > MOST_TOLD) {
      toldBefore = Math.max(toldBefore, told.remove(0).until());
    }
  }

  /**
   * The end of the told episodes that meet this one.
   *
   * @return {@code Long.MIN_VALUE} if none does
   */
  long toldUntil(Episode episode) {
    long until = episode.since() <= toldBefore ? toldBefore : NONE;
    for (Episode each : told) {
      until = each.meets(episode) ? Math.max(until, each.until()) : until;
    }
    return until;
  }

  /** The last time that it knows of; it has to know one. */
  long last() {
    long last = sightings.isEmpty() ? NONE : sightings.newest().occurredAt();
    for (Episode each : told) {
      last = Math.max(last, each.until());
    }
    return last;
  }

  void forgetBefore(long time) {
    sightings.forgetBefore(time);
    told.removeIf(each -> each.until() < time);
  }

  /** 18 bytes and more, and the sightings, mostly. */
  public static final class Form implements BinaryForm<EpisodeState> {
    private final Sightings.Form sightings = new Sightings.Form();
    private final Episode.Form episodes = new Episode.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(EpisodeState state, DataOutput out) throws IOException {
      sightings.write(state.sightings, out);
      out.writeLong(state.reached);
      out.writeLong(state.toldBefore);
      Varints.write(state.told.size(), out);
      for (Episode episode : state.told) {
        episodes.write(episode, out);
      }
      out.writeBoolean(state.open != null);
      if (state.open != null) {
        episodes.write(state.open, out);
      }
    }

    @Override
    public EpisodeState read(DataInput in, int version) throws IOException {
      EpisodeState state = new EpisodeState(sightings.read(in, version), new ArrayList<>(0));
      state.reached = in.readLong();
      state.toldBefore = in.readLong();
      for (long left = Varints.read(in); left > 0; left--) {
        state.told.add(episodes.read(in, version));
      }
      state.open = in.readBoolean() ? episodes.read(in, version) : null;
      return state;
    }

    @Override
    public EpisodeState copy(EpisodeState state) {
      EpisodeState copy =
          new EpisodeState(sightings.copy(state.sightings), new ArrayList<>(state.told));
      copy.open = state.open;
      copy.reached = state.reached;
      copy.toldBefore = state.toldBefore;
      return copy;
    }
  }
}

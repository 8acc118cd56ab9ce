package city.xueliang.domain.detector;

import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.observation.EventTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges what is seen at one key by which sightings lie within a span of each other. That gives
 * episodes, whatever the order in which the sightings came: the first sign of one raises, further
 * ones repeat, and time clears it at its end.
 *
 * <p>A sighting out of order that completes an episode which nothing has told of is raised with the
 * time at which that began. It says nothing where the episode was told and cleared and is over; one
 * that still lasts is raised again, with a time after it was cleared. While an episode is open an
 * older one is not told: there is one alert a key.
 */
public abstract class EpisodeDetector implements Detector<EpisodeState, Sighting> {
  private final long span;
  private final int most;
  private final double limit;

  /**
   * @param span for how long a sighting counts
   * @param most sightings that are kept
   * @param limit that each passes; NaN or infinite if there is none
   */
  protected EpisodeDetector(Duration span, int most, double limit) {
    this.span = span.toMillis();
    this.most = most;
    this.limit = Double.isFinite(limit) ? limit : Double.NaN;
  }

  /**
   * An episode, and what makes it one.
   *
   * @param sightings oldest first
   */
  protected record Held(Episode episode, List<Sighting> sightings) {
    public Held {
      sightings = List.copyOf(sightings);
    }
  }

  /** Whether a sighting counts at all. */
  protected abstract boolean shows(Sighting sighting);

  /** The episodes to which the sighting at this index adds, oldest first. */
  protected abstract List<Held> heldBy(Sightings sightings, int index);

  /** What tells sightings apart that cannot stand in for each other when there are too many. */
  protected abstract Object crowdOf(Sighting sighting);

  /** How long a sighting counts, milliseconds. */
  protected final long span() {
    return span;
  }

  @Override
  public final EpisodeState initial() {
    return new EpisodeState();
  }

  @Override
  public final boolean isForgettable(EpisodeState state) {
    return state.isEmpty();
  }

  @Override
  public final Verdict<EpisodeState> judge(EpisodeState state, Sighting sighting) {
    if (!shows(sighting)) {
      return Verdict.nothing(state);
    }
    state.sightings.makeRoom(most, this::crowdOf);
    int index = state.sightings.add(sighting);
    List<Finding> findings = new ArrayList<>(1);
    boolean repeats = false;
    for (Held held : heldBy(state.sightings, index)) {
      repeats |= !take(held, state, findings);
    }
    if (repeats && findings.isEmpty()) {
      findings.add(finding(Kind.REPEATED, List.of(sighting), sighting.occurredAt()));
    }
    forget(state);
    return new Verdict<>(state, findings);
  }

  @Override
  public final Verdict<EpisodeState> onTime(EpisodeState state, long now) {
    state.reached = Math.max(state.reached, now);
    List<Finding> findings = new ArrayList<>(0);
    if (state.open != null && now >= state.open.until()) {
      close(state, findings);
    }
    if (state.open == null && now >= due(state)) {
      return new Verdict<>(initial(), findings);
    }
    forget(state);
    return new Verdict<>(state, findings);
  }

  @Override
  public final long due(EpisodeState state) {
    if (state.open != null) {
      return state.open.until();
    }
    return state.isEmpty() ? NEVER : EventTime.expiry(state.last() + span);
  }

  /** What still holds by the changed rule may be gone at another time. */
  @Override
  public final Verdict<EpisodeState> rejudge(EpisodeState state) {
    if (state.open == null) {
      state.sightings.keep(this::shows);
      return Verdict.nothing(state);
    }
    long last = Math.max(state.open.since(), newest(state));
    state.sightings.keep(this::shows);
    for (int i = state.sightings.size() - 1; i >= 0; i--) {
      List<Held> held = heldBy(state.sightings, i);
      if (!held.isEmpty() && held.get(held.size() - 1).episode().until() >= state.open.since()) {
        long until = held.get(held.size() - 1).episode().until();
        state.open = new Episode(state.open.since(), until);
        return Verdict.nothing(state);
      }
    }
    List<Finding> findings = new ArrayList<>(1);
    state.open = new Episode(state.open.since(), last);
    close(state, findings);
    return new Verdict<>(state, findings);
  }

  /** Takes in an episode; false if it is part of the open one. */
  private boolean take(Held held, EpisodeState state, List<Finding> findings) {
    Episode episode = held.episode();
    if (state.open != null && state.open.meets(episode)) {
      state.open = state.open.lasting(episode);
      return false;
    }
    if (state.open != null && episode.until() < state.open.since()) {
      state.tell(episode);
      return true;
    }
    if (state.open != null) {
      close(state, findings);
    }
    raise(held, state, findings);
    return true;
  }

  private void raise(Held held, EpisodeState state, List<Finding> findings) {
    Episode episode = held.episode();
    long told = state.toldUntil(episode);
    if (told == Long.MIN_VALUE) {
      state.open = episode;
    } else if (episode.until() > Math.max(told, now(state))) {
      // What was cleared goes on; its second identity lies after the first.
      state.open = new Episode(Math.max(episode.since(), told + 1), episode.until());
    } else {
      return;
    }
    findings.add(finding(Kind.RAISED, held.sightings(), state.open.since()));
  }

  private void close(EpisodeState state, List<Finding> findings) {
    long until = state.open.until();
    int next = state.sightings.firstFrom(until + 1);
    List<Sighting> last = state.sightings.range(Math.max(0, next - 1), next);
    findings.add(finding(Kind.CLEARED, last, until));
    state.close();
  }

  private void forget(EpisodeState state) {
    long horizon = EventTime.horizon(now(state));
    if (horizon != Long.MIN_VALUE) {
      state.forgetBefore(horizon - span);
    }
  }

  /** Event time that is over, as far as the state tells. */
  private static long now(EpisodeState state) {
    return Math.max(newest(state), state.reached);
  }

  private static long newest(EpisodeState state) {
    return state.sightings.isEmpty() ? Long.MIN_VALUE : state.sightings.newest().occurredAt();
  }

  private Finding finding(Kind kind, List<Sighting> sightings, long at) {
    return Finding.of(kind, Why.passed(limit, Sightings.evidence(sightings)), at);
  }
}

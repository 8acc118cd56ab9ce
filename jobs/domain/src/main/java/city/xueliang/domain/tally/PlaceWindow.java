package city.xueliang.domain.tally;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a place knows of one window: its partials, and which of them were not sent yet. Mutable.
 *
 * <p>Most windows of a city were sent and only wait for a late record that never comes. Those keep
 * nothing but the bytes of their serial form, a fifth of what the objects take.
 */
public final class PlaceWindow {
  private static final Tallies.Form TALLIES = new Tallies.Form();
  private static final int VERSION = 1;

  private boolean closed;

  /** The partials' serial form; null while they are in use. */
  private byte[] packed;

  /** Null while they are packed. */
  private Tallies tallies = new Tallies();

  private final Set<Measure> unsent = EnumSet.noneOf(Measure.class);

  /** Takes in what other observations of the window add. */
  public void merge(Tallies more) {
    unpack();
    tallies.merge(more);
    more.forEach((measure, tally) -> unsent.add(measure));
  }

  /** Whether the window's time is over: what is sent from now on are corrections. */
  public boolean isClosed() {
    return closed;
  }

  /** The window's time is over: each of its partials has to be sent, as complete. */
  public void close() {
    closed = true;
    unpack();
    tallies.forEach((measure, tally) -> unsent.add(measure));
  }

  public boolean hasUnsent() {
    return !unsent.isEmpty();
  }

  /**
   * Hands out the whole partial of each measure that changed since the last call. One that has only
   * a correction of devices waits for the observations that it corrects.
   */
  public void send(BiConsumer<Measure, Tally> sink) {
    if (unsent.isEmpty()) {
      return;
    }
    Tally.Form form = new Tally.Form();
    tallies.forEach(
        (measure, tally) -> {
          if (unsent.contains(measure) && tally.count() > 0) {
            sink.accept(measure, form.copy(tally));
          }
        });
    unsent.clear();
    if (closed) {
      pack();
    }
  }

  private void pack() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      TALLIES.write(tallies, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    packed = bytes.toByteArray();
    tallies = null;
  }

  private void unpack() {
    if (tallies != null) {
      return;
    }
    try {
      tallies = TALLIES.read(new DataInputStream(new ByteArrayInputStream(packed)), VERSION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    packed = null;
  }

  /** 3 bytes or, while something is unsent, one more for each measure of it; and the tallies'. */
  public static final class Form implements BinaryForm<PlaceWindow> {
    private static final int CLOSED = 1;
    private static final int PACKED = 2;

    @Override
    public int version() {
      return VERSION;
    }

    @Override
    public void write(PlaceWindow window, DataOutput out) throws IOException {
      out.writeByte((window.closed ? CLOSED : 0) | (window.packed != null ? PACKED : 0));
      if (window.packed != null) {
        Varints.write(window.packed.length, out);
        out.write(window.packed);
        return;
      }
      TALLIES.write(window.tallies, out);
      out.writeByte(window.unsent.size());
      for (Measure measure : window.unsent) {
        out.writeByte(measure.code());
      }
    }

    @Override
    public PlaceWindow read(DataInput in, int version) throws IOException {
      PlaceWindow window = new PlaceWindow();
      int flags = in.readByte();
      window.closed = (flags & CLOSED) != 0;
      if ((flags & PACKED) != 0) {
        window.packed = new byte[(int) Varints.read(in)];
        in.readFully(window.packed);
        window.tallies = null;
        return window;
      }
      window.tallies = TALLIES.read(in, version);
      for (int left = in.readByte(); left > 0; left--) {
        window.unsent.add(Measure.ofCode(in.readByte()));
      }
      return window;
    }

    @Override
    public PlaceWindow copy(PlaceWindow window) {
      PlaceWindow copy = new PlaceWindow();
      copy.closed = window.closed;
      copy.packed = window.packed;
      copy.tallies = window.tallies == null ? null : TALLIES.copy(window.tallies);
      copy.unsent.addAll(window.unsent);
      return copy;
    }
  }
}

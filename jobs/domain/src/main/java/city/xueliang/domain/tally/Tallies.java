package city.xueliang.domain.tally;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * The partials of a place over some time, one for each measure that was observed there. Mutable.
 * Merging is, measure by measure, that of {@link Tally}. Sorted arrays, for a place has a few
 * measures and a city hundreds of thousands of these.
 */
public final class Tallies {
  private static final Measure[] NO_MEASURES = {};
  private static final Tally[] NO_TALLIES = {};

  private Measure[] measures = NO_MEASURES;
  private Tally[] tallies = NO_TALLIES;

  /** Takes one observation in; see {@link Tally#add}. */
  public void add(Measure measure, double value, int firsts) {
    of(measure).add(value, firsts);
  }

  /** Takes in what another one holds, which stays as it is. */
  public void merge(Tallies other) {
    other.forEach((measure, tally) -> of(measure).merge(tally));
  }

  /** Takes in a partial of one measure, which stays as it is. */
  public void merge(Measure measure, Tally tally) {
    of(measure).merge(tally);
  }

  public boolean isEmpty() {
    return measures.length == 0;
  }

  /** Hands out each measure's partial, in the order of the measures. */
  public void forEach(BiConsumer<Measure, Tally> action) {
    for (int i = 0; i < measures.length; i++) {
      action.accept(measures[i], tallies[i]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tallies that
        && Arrays.equals(measures, that.measures)
        && Arrays.equals(tallies, that.tallies);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(measures) + Arrays.hashCode(tallies);
  }

  private Tally of(Measure measure) {
    int at = Arrays.binarySearch(measures, measure);
    if (at >= 0) {
      return tallies[at];
    }
    int gap = -at - 1;
    Measure[] moreMeasures = Arrays.copyOf(measures, measures.length + 1);
    Tally[] moreTallies = Arrays.copyOf(tallies, tallies.length + 1);
    System.arraycopy(measures, gap, moreMeasures, gap + 1, measures.length - gap);
    System.arraycopy(tallies, gap, moreTallies, gap + 1, tallies.length - gap);
    moreMeasures[gap] = measure;
    moreTallies[gap] = Tally.empty(measure);
    measures = moreMeasures;
    tallies = moreTallies;
    return moreTallies[gap];
  }

  /** 1 byte, then 1 and a tally for each measure. */
  public static final class Form implements BinaryForm<Tallies> {
    private final Tally.Form tallies = new Tally.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Tallies all, DataOutput out) throws IOException {
      out.writeByte(all.measures.length);
      for (int i = 0; i < all.measures.length; i++) {
        out.writeByte(all.measures[i].code());
        tallies.write(all.tallies[i], out);
      }
    }

    @Override
    public Tallies read(DataInput in, int version) throws IOException {
      Tallies all = new Tallies();
      int size = in.readByte();
      all.measures = new Measure[size];
      all.tallies = new Tally[size];
      for (int i = 0; i < size; i++) {
        all.measures[i] = Measure.ofCode(in.readByte());
        all.tallies[i] = tallies.read(in, version);
      }
      return all;
    }

    @Override
    public Tallies copy(Tallies all) {
      Tallies copy = new Tallies();
      copy.measures = all.measures;
      copy.tallies = new Tally[all.tallies.length];
      for (int i = 0; i < copy.tallies.length; i++) {
        copy.tallies[i] = tallies.copy(all.tallies[i]);
      }
      return copy;
    }
  }
}

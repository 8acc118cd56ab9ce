package city.xueliang.domain.coverage;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a grid adds to a place.
 *
 * @param place code of the grid itself, of an ancestor or of a zone
 * @param district as in {@link PlaceCoverage}
 * @param minute from whose end on it counts: its start, epoch milliseconds
 * @param coverage not to be changed any more
 */
public record CoverageDifference(String place, String district, long minute, Coverage coverage) {

  /** About 30 bytes and the coverage's. */
  public static final class Form implements BinaryForm<CoverageDifference> {
    private final Coverage.Form coverages = new Coverage.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(CoverageDifference difference, DataOutput out) throws IOException {
      out.writeUTF(difference.place);
      out.writeUTF(difference.district);
      out.writeLong(difference.minute);
      coverages.write(difference.coverage, out);
    }

    @Override
    public CoverageDifference read(DataInput in, int version) throws IOException {
      return new CoverageDifference(
          in.readUTF(), in.readUTF(), in.readLong(), coverages.read(in, version));
    }

    @Override
    public CoverageDifference copy(CoverageDifference difference) {
      return difference;
    }
  }
}

package city.xueliang.domain.alert;

import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Names;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a signal is about.
 *
 * @param place code of the grid in which the device stands, or of the place that was judged
 * @param district code of the one that works it; of the city for what lies in several
 * @param deviceId empty if it is about a place
 * @param segment network segment of the device; empty if it is about a place
 * @param deviceClass null if it is about a place
 */
public record Subject(
    String place, String district, String deviceId, String segment, ModelClass deviceClass) {

  public static Subject ofPlace(String place, String district) {
    return new Subject(place, district, "", "", null);
  }

  /** The same, for the desk of the city. */
  public Subject ofCity() {
    return new Subject(place, PlaceCodes.cityOf(district), deviceId, segment, deviceClass);
  }

  public boolean isDevice() {
    return !deviceId.isEmpty();
  }

  /** Device, else place. */
  public String key() {
    return isDevice() ? deviceId : place;
  }

  /** About 75 bytes. */
  public static final class Form implements BinaryForm<Subject> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Subject subject, DataOutput out) throws IOException {
      out.writeUTF(subject.place);
      out.writeUTF(subject.district);
      out.writeUTF(subject.deviceId);
      out.writeUTF(subject.segment);
      Names.write(subject.deviceClass, out);
    }

    @Override
    public Subject read(DataInput in, int version) throws IOException {
      return new Subject(
          in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), Names.read(ModelClass.class, in));
    }

    @Override
    public Subject copy(Subject subject) {
      return subject;
    }
  }
}

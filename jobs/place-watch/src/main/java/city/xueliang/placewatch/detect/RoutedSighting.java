package city.xueliang.placewatch.detect;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.flink.state.BinaryTypeInfo;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An observation that shows a sign of a rule, at one of the sites at which the rule looks for a
 * pattern.
 *
 * @param site device or place over which the pattern is looked for
 * @param device that saw it, where it stands
 */
public record RoutedSighting(String ruleId, String site, Subject device, Evidence seen) {
  public static final BinaryTypeInfo<RoutedSighting> TYPE =
      BinaryTypeInfo.of(RoutedSighting.class, new Form());

  /** What a detector judges of it. */
  public Sighting sighting() {
    return new Sighting(
        device.place(), device.deviceId(), seen.measure(), seen.value(), seen.occurredAt());
  }

  /** What a pattern at the site is about: the device, or the place. */
  public Subject subject() {
    return site.equals(device.deviceId())
        ? device
        : Subject.ofPlace(site, districtOf(site, device.place()));
  }

  /** The city's for what lies in several districts. */
  private static String districtOf(String site, String grid) {
    Level level = PlaceCodes.levelOf(site);
    return level == Level.CITY || level == Level.ZONE
        ? PlaceCodes.cityOf(grid)
        : PlaceCodes.districtOf(site);
  }

  /** Rule and site: what has one pattern. */
  public String key() {
    return ruleId + '@' + site;
  }

  /** About 130 bytes. */
  public static final class Form implements BinaryForm<RoutedSighting> {
    private final Subject.Form subjects = new Subject.Form();
    private final Evidence.Form evidence = new Evidence.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(RoutedSighting sighting, DataOutput out) throws IOException {
      out.writeUTF(sighting.ruleId);
      out.writeUTF(sighting.site);
      subjects.write(sighting.device, out);
      evidence.write(sighting.seen, out);
    }

    @Override
    public RoutedSighting read(DataInput in, int version) throws IOException {
      return new RoutedSighting(
          in.readUTF(), in.readUTF(), subjects.read(in, version), evidence.read(in, version));
    }

    @Override
    public RoutedSighting copy(RoutedSighting sighting) {
      return sighting;
    }
  }
}

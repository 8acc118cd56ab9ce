package city.xueliang.domain.response;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.place.PlacesOfGrid;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Where an alert counts as open.
 *
 * @param district as in the alert's scope
 * @param zones codes of those that held its grid when it began to stand here
 * @param from command level that was told first
 * @param to command level that was told last
 */
public record Standing(
    String place,
    String district,
    List<String> zones,
    Colour colour,
    CommandLevel from,
    CommandLevel to) {

  public Standing {
    zones = List.copyOf(zones);
  }

  /** Hands out each place with the district under which its rows are filed. */
  void forEachPlace(BiConsumer<String, String> action) {
    Level level = PlaceCodes.levelOf(place);
    if (level == Level.GRID) {
      PlacesOfGrid.forEach(place, zones, action);
      return;
    }
    String inTree = level == Level.ZONE ? district : place;
    String city = PlaceCodes.cityOf(inTree);
    if (level == Level.ZONE) {
      action.accept(place, city);
      action.accept(city, city);
      return;
    }
    for (Level each = level; each != Level.CITY; each = each.parent()) {
      action.accept(place.substring(0, each.codeLength()), PlaceCodes.districtOf(place));
    }
    action.accept(city, city);
  }

  /** Codes of the seats that were told of it. */
  List<String> seats() {
    return Seats.of(place, district, from, to);
  }

  /** Whether it counts in the same rows. */
  boolean isAt(Standing other) {
    return place.equals(other.place) && zones.equals(other.zones) && colour == other.colour;
  }

  /** About 50 bytes. */
  public static final class Form implements BinaryForm<Standing> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Standing standing, DataOutput out) throws IOException {
      out.writeUTF(standing.place);
      out.writeUTF(standing.district);
      Varints.write(standing.zones.size(), out);
      for (String zone : standing.zones) {
        out.writeUTF(zone);
      }
      out.writeUTF(standing.colour.name());
      out.writeUTF(standing.from.name());
      out.writeUTF(standing.to.name());
    }

    @Override
    public Standing read(DataInput in, int version) throws IOException {
      String place = in.readUTF();
      String district = in.readUTF();
      List<String> zones = new ArrayList<>();
      for (long left = Varints.read(in); left > 0; left--) {
        zones.add(in.readUTF());
      }
      return new Standing(
          place,
          district,
          zones,
          Colour.valueOf(in.readUTF()),
          CommandLevel.valueOf(in.readUTF()),
          CommandLevel.valueOf(in.readUTF()));
    }

    @Override
    public Standing copy(Standing standing) {
      return standing;
    }
  }
}

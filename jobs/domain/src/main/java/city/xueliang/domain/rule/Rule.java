package city.xueliang.domain.rule;

import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * What operators ask to be alerted to.
 *
 * @param id lower-case letters, digits and hyphens
 * @param version counted from 1
 * @param places codes of the places that it judges, zones among them, each with all grids in it;
 *     empty for the whole city
 */
public record Rule(
    String id,
    int version,
    Name name,
    Colour colour,
    Set<String> places,
    Condition condition,
    Handling handling) {

  public Rule {
    places = Set.copyOf(places);
  }

  /**
   * Whether it judges what happens in a grid.
   *
   * @param zones codes of the zones that hold the grid
   */
  public boolean covers(String grid, List<String> zones) {
    return places.isEmpty()
        || places.stream().anyMatch(place -> zones.contains(place) || isIn(grid, place));
  }

  /** Whether it judges a place as a whole: one that it names, or one in such a place. */
  public boolean isAbout(String place) {
    return covers(place, List.of(place));
  }

  /** The same rule as another version of it. */
  public Rule withVersion(int newVersion) {
    return new Rule(id, newVersion, name, colour, places, condition, handling);
  }

  private static boolean isIn(String grid, String place) {
    return Character.isDigit(place.charAt(0)) && PlaceCodes.covers(place, grid);
  }

  /** 100 to 300 bytes. */
  public static final class Form implements BinaryForm<Rule> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Rule rule, DataOutput out) throws IOException {
      out.writeUTF(rule.id);
      out.writeInt(rule.version);
      RulePortions.writeName(rule.name, out);
      RulePortions.writeEnum(rule.colour, out);
      RulePortions.writeTexts(rule.places, out);
      ConditionPortion.write(rule.condition, out);
      HandlingPortion.write(rule.handling, out);
    }

    @Override
    public Rule read(DataInput in, int version) throws IOException {
      return new Rule(
          in.readUTF(),
          in.readInt(),
          RulePortions.readName(in),
          RulePortions.readEnum(Colour.class, in),
          RulePortions.readTexts(in),
          ConditionPortion.read(in),
          HandlingPortion.read(in));
    }

    @Override
    public Rule copy(Rule rule) {
      return rule;
    }
  }
}

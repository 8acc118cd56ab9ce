package city.xueliang.domain.rule;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How fast alerts of a colour are to be worked in a class of zones, and who is told when they are
 * not: each deadline that is missed takes the alert one command level up.
 *
 * @param id lower-case letters, digits and hyphens
 * @param version counted from 1
 * @param places codes of the class's zones and places; empty for all that no other policy names
 * @param terms one for each colour that has deadlines
 */
public record ResponsePolicy(
    String id, int version, Name name, Set<String> places, List<Terms> terms) {

  public ResponsePolicy {
    places = Set.copyOf(places);
    terms = List.copyOf(terms);
  }

  /**
   * Deadlines of a colour, each from the alert's opening, in this order.
   *
   * @param acknowledge until a seat has acknowledged it
   * @param arrive until someone is on site
   * @param reinforce if by then nobody is on site still
   * @param start command level that is told at the opening
   */
  public record Terms(
      Colour colour,
      Duration acknowledge,
      Duration arrive,
      Duration reinforce,
      CommandLevel start) {}

  /** The same policy as another version of it. */
  public ResponsePolicy withVersion(int newVersion) {
    return new ResponsePolicy(id, newVersion, name, places, terms);
  }

  /** About 50 bytes and 30 for each colour. */
  public static final class Form implements BinaryForm<ResponsePolicy> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(ResponsePolicy policy, DataOutput out) throws IOException {
      out.writeUTF(policy.id);
      out.writeInt(policy.version);
      RulePortions.writeName(policy.name, out);
      RulePortions.writeTexts(policy.places, out);
      RulePortions.writeAll(policy.terms, Form::writeTerms, out);
    }

    @Override
    public ResponsePolicy read(DataInput in, int version) throws IOException {
      return new ResponsePolicy(
          in.readUTF(),
          in.readInt(),
          RulePortions.readName(in),
          RulePortions.readTexts(in),
          RulePortions.readAll(Form::readTerms, in));
    }

    @Override
    public ResponsePolicy copy(ResponsePolicy policy) {
      return policy;
    }

    private static void writeTerms(Terms terms, DataOutput out) throws IOException {
      RulePortions.writeEnum(terms.colour, out);
      RulePortions.writeSpan(terms.acknowledge, out);
      RulePortions.writeSpan(terms.arrive, out);
      RulePortions.writeSpan(terms.reinforce, out);
      RulePortions.writeEnum(terms.start, out);
    }

    private static Terms readTerms(DataInput in) throws IOException {
      return new Terms(
          RulePortions.readEnum(Colour.class, in),
          RulePortions.readSpan(in),
          RulePortions.readSpan(in),
          RulePortions.readSpan(in),
          RulePortions.readEnum(CommandLevel.class, in));
    }
  }
}

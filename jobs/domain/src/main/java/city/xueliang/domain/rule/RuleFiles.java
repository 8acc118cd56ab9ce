package city.xueliang.domain.rule;

import city.xueliang.domain.config.YamlDocument;
import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.domain.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads rules, policies and silences from YAML files that belong together: each a mapping with any
 * of the keys {@code rules}, {@code policies} and {@code silences}. Files have no versions: all are
 * read as version 1.
 */
public final class RuleFiles {
  private final ZoneId zone;
  private final String seat;
  private final List<YamlDocument> documents = new ArrayList<>();
  private final List<Problem> fileProblems = new ArrayList<>();
  private final Map<String, Origin> origins = new LinkedHashMap<>();
  private Rulebook book = Rulebook.EMPTY;

  /**
   * @param zone of times without an offset
   * @param seat that publishes the silences
   */
  public RuleFiles(ZoneId zone, String seat) {
    this.zone = zone;
    this.seat = seat;
  }

  /** Where an entry stands. */
  private record Origin(String file, YamlDocument document, YamlValue value) {}

  /** The JSON schema of the files, UTF-8; for the caller to close. */
  public static InputStream schema() {
    return RuleFiles.class.getResourceAsStream("rules.schema.json");
  }

  /** Reads one more file. */
  public RuleFiles add(Path file) throws IOException {
    try {
      return add(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      fileProblems.add(Problem.of(file.toString(), 0, "", "rule-encoding"));
      return this;
    }
  }

  /** Reads one more file of this name from its text. */
  public RuleFiles add(String file, String text) {
    YamlDocument document = YamlDocument.parse(file, text);
    documents.add(document);
    YamlMapping root = document.root().mapping();
    boolean hasAny = Stream.of("rules", "policies", "silences").anyMatch(root::has);
    if (document.problems().isEmpty() && !hasAny) {
      document.root().problem("rules-nothing");
    }
    entries(file, document, root.optional("rules"), value -> rule(document, value));
    entries(file, document, root.optional("policies"), value -> policy(document, value));
    entries(file, document, root.optional("silences"), value -> silence(document, value));
    root.refuseOtherKeys();
    return this;
  }

  /**
   * What the files lay down by themselves.
   *
   * @throws InvalidRulesException with every problem, if there is any
   */
  public Rulebook read() throws InvalidRulesException {
    return onTopOf(Rulebook.EMPTY);
  }

  /**
   * What the files lay down, beside what is in force.
   *
   * @param inForce what the files do not lay down themselves counts as well
   * @throws InvalidRulesException with every problem of the files, if there is any
   */
  public Rulebook onTopOf(Rulebook inForce) throws InvalidRulesException {
    if (problems().isEmpty()) {
      Rulebook whole = inForce;
      for (RulebookChange change : book.entries().values()) {
        whole = whole.with(change);
      }
      RulebookCheck.problems(whole).stream()
          .filter(problem -> origins.containsKey(problem.file()))
          .forEach(problem -> complain(origins.get(problem.file()), problem));
    }
    List<Problem> problems = problems();
    if (!problems.isEmpty()) {
      throw new InvalidRulesException(problems);
    }
    return book;
  }

  private List<Problem> problems() {
    return Stream.concat(
            fileProblems.stream(),
            documents.stream().flatMap(document -> document.problems().stream()))
        .toList();
  }

  private void entries(
      String file,
      YamlDocument document,
      YamlValue list,
      Function<YamlValue, RulebookChange> reader) {
    for (YamlValue value : list.list()) {
      RulebookChange change = reader.apply(value);
      Origin origin = new Origin(file, document, value);
      Origin other = change.key().isEmpty() ? null : origins.putIfAbsent(change.key(), origin);
      if (other != null) {
        value
            .at("id")
            .problem("entry-twice", change.key(), other.file, other.value.at("id").line());
      }
      book = book.with(change);
    }
  }

  private RulebookChange rule(YamlDocument document, YamlValue value) {
    Rule rule = new RuleReading(value).rule();
    complain(document, value, RuleCheck.problems("", rule));
    return rule.id() == null ? RulebookChange.removal("") : RulebookChange.of(rule);
  }

  private RulebookChange policy(YamlDocument document, YamlValue value) {
    ResponsePolicy policy = new PolicyReading(value).policy();
    complain(document, value, RuleCheck.problems("", policy));
    return policy.id() == null ? RulebookChange.removal("") : RulebookChange.of(policy);
  }

  private RulebookChange silence(YamlDocument document, YamlValue value) {
    Silence silence = new SilenceReading(value, zone).silence(seat);
    complain(document, value, RuleCheck.problems("", silence));
    return silence.id() == null ? RulebookChange.removal("") : RulebookChange.of(silence);
  }

  private static void complain(YamlDocument document, YamlValue entry, List<Problem> problems) {
    Origin origin = new Origin("", document, entry);
    problems.forEach(problem -> complain(origin, problem));
  }

  /** Tells a problem of an entry where it stands, unless the reader had one with it before. */
  private static void complain(Origin origin, Problem problem) {
    YamlValue value = origin.value.at(problem.field());
    if (!origin.document.isComplainedOf(value.path())) {
      value.problem(problem.key(), problem.arguments().toArray());
    }
  }
}

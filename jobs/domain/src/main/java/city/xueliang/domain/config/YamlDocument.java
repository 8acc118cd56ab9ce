package city.xueliang.domain.config;

import city.xueliang.domain.text.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A YAML file and what is wrong with it. The reader asks {@link #root()} for what it needs; a value
 * that is missing or wrong yields an empty result and one {@link Problem}, so that one pass finds
 * every mistake. Whoever reads must look at {@link #problems()} before using what was read.
 */
public final class YamlDocument {
  private static final int LARGEST_FILE = 16 << 20;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final YamlValue root;

  private YamlDocument(String file, String text) {
    this.file = file;
    this.root = new YamlValue(this, compose(text), 1, "");
  }

  /**
   * Reads a document; text that is no YAML yields a document with a problem and an absent root.
   *
   * @param file path as the user gave it, for the problems
   * @param text the whole content of the file
   */
  public static YamlDocument parse(String file, String text) {
    return new YamlDocument(file, text);
  }

  /** The value of the whole document. */
  public YamlValue root() {
    return root;
  }

  /** All problems found until now, those of the reader too, in the order of their lines. */
  public List<Problem> problems() {
    return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
  }

  /** Whether a problem was found with the value of these keys, within it, or with what holds it. */
  public boolean isComplainedOf(String path) {
    return problems.stream()
        .map(Problem::field)
        .anyMatch(field -> field.equals(path) || isWithin(field, path) || isWithin(path, field));
  }

  private static boolean isWithin(String path, String outer) {
    return path.startsWith(outer + ".") || path.startsWith(outer + "[");
  }

  void add(int line, String path, String key, Object... arguments) {
    problems.add(Problem.of(file, line, path, key, arguments));
  }

  /** The node of the document, or null with a problem. */
  private Node compose(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(LARGEST_FILE).build();
    try {
      Iterator<Node> documents = new Compose(settings).composeAllFromString(text).iterator();
      if (!documents.hasNext()) {
        add(0, "", "yaml-empty");
        return null;
      }
      Node first = documents.next();
      if (documents.hasNext()) {
        add(lineOf(documents.next()), "", "yaml-one-document");
      }
      return first;
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      add(mark.map(Mark::getLine).orElse(-1) + 1, "", "yaml-syntax", e.getProblem());
    } catch (YamlEngineException e) {
      add(0, "", "yaml-syntax", e.getMessage());
    }
    return null;
  }

  static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }
}

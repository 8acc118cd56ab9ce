package city.xueliang.feeds.replay;

import city.xueliang.domain.config.YamlDocument;
import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.domain.text.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a mapping file. The parts of a record are read by {@link TimeSection}, {@link
 * DeviceSection} and {@link MeasureSection}; here they are put together.
 */
final class MappingReader {
  private MappingReader() {}

  /**
   * What was read.
   *
   * @param mapping absent if there are problems
   * @param problems every mistake of the file, in the order of its lines
   */
  record Result(Optional<Mapping> mapping, List<Problem> problems) {}

  /**
   * Reads a mapping.
   *
   * @param file path as the user gave it
   * @param text the whole content of the file
   */
  static Result read(String file, String text) {
    YamlDocument document = YamlDocument.parse(file, text);
    YamlMapping root = document.root().mapping();
    char separator = separator(root.optional("separator"));
    Charset charset = charset(root.optional("charset"));
    Set<String> missing = new HashSet<>();
    root.optional("missing").list().forEach(item -> item.string().ifPresent(missing::add));
    Optional<Source<Moment>> time = TimeSection.read(root.required("time"));
    Optional<Source<Moment>> received = TimeSection.read(root.optional("received"));
    Optional<Source<String>> device = DeviceSection.read(root.required("device"));
    MeasureSection measure = MeasureSection.read(document.root(), root);
    if (measure.isKnown()) {
      // without it every key of the other sort of record would look unknown
      root.refuseOtherKeys();
    }
    List<Problem> problems = document.problems();
    if (!problems.isEmpty()) {
      return new Result(Optional.empty(), problems);
    }
    return new Result(
        Optional.of(
            new Mapping(
                separator,
                charset,
                Set.copyOf(missing),
                time.orElseThrow(),
                received,
                device.orElseThrow(),
                measure.measure().orElseThrow(),
                measure.value(),
                measure.confidence())),
        problems);
  }

  private static char separator(YamlValue value) {
    String text = value.string().orElse(",");
    if (text.equals("tab")) {
      return '\t';
    }
    if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || text.equals("\"")) {
      value.problem("separator");
      return ',';
    }
    return text.charAt(0);
  }

  private static Charset charset(YamlValue value) {
    Optional<String> name = value.string();
    if (name.isEmpty()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(name.get());
    } catch (IllegalArgumentException e) {
      value.problem("charset", name.get());
      return StandardCharsets.UTF_8;
    }
  }
}

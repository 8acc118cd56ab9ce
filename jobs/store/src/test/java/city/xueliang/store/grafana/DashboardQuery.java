package city.xueliang.store.grafana;

import city.xueliang.store.layout.Measurement;
import city.xueliang.store.layout.Measurement.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * InfluxQL as a dashboard has it, with Grafana's macros and variables in it.
 *
 * @param where it stands, for messages
 * @param source uid of the data source
 * @param span how far back from now the panel looks
 * @param interval least length of its intervals
 */
record DashboardQuery(String where, String source, String text, Duration span, String interval) {
  private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern ALIAS = Pattern.compile("AS \"([^\"]*)\"");
  private static final Pattern FROM = Pattern.compile("FROM \"([^\"]*)\"");
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\{([a-z]+)(:regex)?}|([a-z]+)\\b)");

  /** What is no bare word: quoted names, texts, patterns, macros and variables, numbers. */
  private static final Pattern NO_WORD =
      Pattern.compile("\"[^\"]*\"|'[^']*'|/[^/]*/|\\$\\{[^}]*}|\\$[_A-Za-z]+|\\b[0-9]+[mhd]?\\b");

  private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");
  private static final Set<String> LANGUAGE =
      Set.of(
          "SELECT", "FROM", "WHERE", "AND", "GROUP", "BY", "AS", "ORDER", "DESC", "LIMIT", "SHOW",
          "TAG", "VALUES", "WITH", "KEY", "time", "fill", "none", "sum", "mean", "min", "max",
          "last");

  /** With everything filled in as Grafana does, as of a moment. */
  String filled(Map<String, String> values, Instant now) {
    String span =
        "time >= %dms and time <= %dms"
            .formatted(now.minus(this.span).toEpochMilli(), now.toEpochMilli());
    String query = text.replace("$timeFilter", span).replace("$__interval", interval);
    return VARIABLE.matcher(query).replaceAll(match -> value(values, match));
  }

  /** The variables that it uses, without Grafana's own. */
  List<String> variables() {
    String own = text.replace("$timeFilter", "").replace("$__interval", "");
    return VARIABLE.matcher(own).results().map(DashboardQuery::variable).distinct().toList();
  }

  /** Whatever it names that the layout does not have; the server would find it empty instead. */
  List<String> strangeNames() {
    Matcher from = FROM.matcher(text);
    if (!from.find()) {
      return List.of("no measurement in double quotes");
    }
    String table = from.group(1);
    List<String> known = new ArrayList<>(namesOf(table));
    ALIAS.matcher(text).results().map(alias -> alias.group(1)).forEach(known::add);
    Stream<String> names =
        NAME.matcher(text).results().map(name -> name.group(1)).filter(n -> !known.contains(n));
    Stream<String> words =
        WORD.matcher(NO_WORD.matcher(text).replaceAll(" "))
            .results()
            .map(MatchResult::group)
            .filter(word -> !LANGUAGE.contains(word));
    return Stream.concat(names, words).distinct().toList();
  }

  private static List<String> namesOf(String table) {
    return Measurement.ALL.stream()
        .filter(measurement -> measurement.table().equals(table))
        .flatMap(
            found ->
                Stream.of(
                        Stream.of(table),
                        found.tags().stream(),
                        found.fields().stream().map(Field::name))
                    .flatMap(names -> names))
        .toList();
  }

  private String value(Map<String, String> values, MatchResult match) {
    String value = values.get(variable(match));
    if (value == null) {
      throw new IllegalStateException(where + ": no variable is called " + match.group());
    }
    return Matcher.quoteReplacement(value);
  }

  private static String variable(MatchResult match) {
    return match.group(1) == null ? match.group(3) : match.group(1);
  }
}

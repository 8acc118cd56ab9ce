package city.xueliang.console.page;

import city.xueliang.console.http.ServedFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page's libraries, from their WebJars. Their modules import one another by bare names such as
 * {@code lit-html}. Browsers resolve these by an inline import map only, which a strict content
 * security policy forbids, so they are replaced by paths, once for each module.
 */
final class Libraries {
  private static final Map<String, WebJar> BY_NAME =
      Map.of(
          "lit", new WebJar("lit", "index.js"),
          "lit-html", new WebJar("lit-html", "lit-html.js"),
          "lit-element", new WebJar("lit-element", "index.js"),
          "@lit/reactive-element", new WebJar("lit__reactive-element", "reactive-element.js"),
          "echarts", new WebJar("echarts", "dist/echarts.esm.min.js"));

  private static final Pattern SPECIFIER = Pattern.compile("((?:@[a-z-]+/)?[a-z-]+)(?:/(.+))?");
  private static final Pattern IMPORT =
      Pattern.compile("(\\b(?:from|import)\\s*)([\"'])([@a-z][^\"']*)\\2");

  private final Map<String, ServedFile> served = new ConcurrentHashMap<>();
  private final String prefix;

  /**
   * @param prefix of the paths under which the libraries are served, with both slashes
   */
  Libraries(String prefix) {
    this.prefix = prefix;
  }

  /**
   * A file of a library; nothing if there is none.
   *
   * @param path name of the library and path in it, such as {@code lit/directives/repeat.js}
   */
  Optional<ServedFile> file(String path) {
    ServedFile known = served.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ServedFile> loaded = load(path);
    // Only what is there is kept, for anybody can ask for anything.
    loaded.ifPresent(file -> served.put(path, file));
    return loaded;
  }

  private Optional<ServedFile> load(String path) {
    Matcher parts = SPECIFIER.matcher(path);
    if (!parts.matches() || parts.group(2) == null || !BY_NAME.containsKey(parts.group(1))) {
      return Optional.empty();
    }
    String file = parts.group(2);
    return ServedFile.type(file)
        .flatMap(
            type ->
                BY_NAME
                    .get(parts.group(1))
                    .read(file)
                    .map(content -> file.endsWith(".js") ? withPaths(content) : content)
                    .map(content -> new ServedFile(type, content)));
  }

  private byte[] withPaths(byte[] module) {
    return IMPORT
        .matcher(new String(module, StandardCharsets.UTF_8))
        .replaceAll(found -> Matcher.quoteReplacement(withPath(found)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private String withPath(MatchResult found) {
    Matcher parts = SPECIFIER.matcher(found.group(3));
    if (!parts.matches() || !BY_NAME.containsKey(parts.group(1))) {
      return found.group();
    }
    String main = parts.group(2) == null ? "/" + BY_NAME.get(parts.group(1)).main() : "";
    return found.group(1) + found.group(2) + prefix + found.group(3) + main + found.group(2);
  }
}

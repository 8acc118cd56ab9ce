package city.xueliang.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesITCase {
  private static final Pattern IMPORT =
      Pattern.compile("\\b(?:from|import)\\s*[\"']([^\"']+)[\"']");

  private final HttpClient client = HttpClient.newHttpClient();
  private Javalin server = serving(null);

  @TempDir Path folder;

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aPageIsAskedForAgainAndNotSentAgain() throws Exception {
    HttpResponse<String> first = get("/");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).startsWith("<!doctype html>");
    assertThat(first.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> second = get("/page/index.html", "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void aLibraryIsSentCompressedAndKept() throws Exception {
    HttpResponse<byte[]> answer =
        client.send(
            request("/lib/lit-html/lit-html.js", "Accept-Encoding", "gzip"),
            BodyHandlers.ofByteArray());

    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=86400");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
        .isEqualTo(get("/lib/lit-html/lit-html.js").body().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whateverAModuleImportsIsServed() throws Exception {
    Deque<String> open = new ArrayDeque<>();
    open.add("/lib/lit/index.js");
    open.add("/lib/lit/decorators.js");
    open.add("/lib/lit/static-html.js");
    open.add("/lib/echarts/dist/echarts.esm.min.js");
    open.addAll(directives());
    Set<String> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      String module = open.remove();
      HttpResponse<String> answer = get(module);
      assertThat(answer.statusCode()).as(module).isEqualTo(200);
      Matcher imports = IMPORT.matcher(answer.body());
      while (imports.find()) {
        assertThat(imports.group(1)).as("import of %s", module).matches("[./].*");
        String imported = URI.create(module).resolve(imports.group(1)).getPath();
        if (seen.add(imported)) {
          open.add(imported);
        }
      }
    }
    assertThat(seen)
        .contains(
            "/lib/@lit/reactive-element/reactive-element.js",
            "/lib/lit-element/lit-element.js",
            "/lib/lit-html/lit-html.js",
            "/lib/lit-html/directives/repeat.js");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/lib/lit/nothing.js",
        "/lib/lit",
        "/lib/zrender/index.js",
        "/lib/lit/%2e%2e/%2e%2e/lit-html/3.3.2/lit-html.js",
        "/page/nothing.js",
        "/page/texts.properties",
        "/page/%2e%2e/openapi.yaml",
        "/page/%2e%2e/ConsoleServer.class",
        "/page//etc/passwd",
        "/page/"
      })
  void whatIsNotForBrowsersIsNotThere(String path) throws Exception {
    assertThat(get(path).statusCode()).isBetween(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void textsAreAnObjectByTheirKeys(String language) throws Exception {
    HttpResponse<String> answer = get("/texts/" + language + ".json");

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    Map<?, ?> texts = new ObjectMapper().readValue(answer.body(), Map.class);
    assertThat(texts.get("app.title")).isEqualTo(language.equals("zh") ? "雪亮" : "Xueliang");
  }

  @Test
  void aDeveloperSeesWhatTheyChangedWithoutABuild() throws Exception {
    server.stop();
    server = serving(folder);

    assertThat(get("/").statusCode()).isEqualTo(404);
    Files.writeString(folder.resolve("index.html"), "first");
    assertThat(get("/").body()).isEqualTo("first");
    Files.writeString(folder.resolve("index.html"), "second");
    assertThat(get("/").body()).isEqualTo("second");
    Files.writeString(folder.resolve("texts.properties"), "hello = 你好");
    assertThat(get("/texts/zh.json").body()).isEqualTo("{\"hello\":\"你好\"}");
  }

  private static List<String> directives() throws IOException {
    String inJar = "/META-INF/maven/org.webjars.npm/lit/pom.properties";
    JarURLConnection jar = (JarURLConnection) PageRoutes.class.getResource(inJar).openConnection();
    return jar.getJarFile().stream()
        .map(JarEntry::getName)
        .filter(name -> name.matches(".*/webjars/lit/[0-9.]+/directives/[a-z-]+[.]js"))
        .map(name -> "/lib/lit" + name.substring(name.indexOf("/directives/")))
        .toList();
  }

  private static Javalin serving(Path folder) {
    return Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              new PageRoutes(folder).add(config.routes);
            })
        .start(0);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return client.send(request(path, headers), BodyHandlers.ofString());
  }

  private HttpRequest request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }
}

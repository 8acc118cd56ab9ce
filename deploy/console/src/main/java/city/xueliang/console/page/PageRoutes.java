package city.xueliang.console.page;

import city.xueliang.console.http.ServedFile;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The routes of what a browser loads before it asks for data; nothing of it is secret. */
public final class PageRoutes {
  private static final String LIBRARIES = "/lib/";

  /** One page shows them all: it looks at its own address. */
  private static final List<String> VIEWS =
      List.of("/", "/wall", "/alerts/{id}", "/history", "/coverage", "/alarm-health", "/rules");

  /** The page's files belong together, so each is asked for again, which costs no more than 304. */
  private static final String ASKED_AGAIN = "no-cache";

  private static final String KEPT_FOR_A_DAY = "public, max-age=86400";

  private final PageFiles files;
  private final Libraries libraries = new Libraries(LIBRARIES);

  /**
   * @param folder from which the page's files are read anew each time; null for those built in
   */
  public PageRoutes(Path folder) {
    this.files = new PageFiles(folder);
  }

  public void add(JavalinDefaultRoutingApi routes) {
    VIEWS.forEach(
        view -> routes.get(view, request -> send(files.file("index.html"), ASKED_AGAIN, request)));
    routes.get(
        "/page/<path>",
        request -> send(files.file(request.pathParam("path")), ASKED_AGAIN, request));
    routes.get(
        "/texts/zh.json", request -> send(files.texts("texts.properties"), ASKED_AGAIN, request));
    routes.get(
        "/texts/en.json",
        request -> send(files.texts("texts_en.properties"), ASKED_AGAIN, request));
    routes.get(
        LIBRARIES + "<path>",
        request -> send(libraries.file(request.pathParam("path")), KEPT_FOR_A_DAY, request));
  }

  private static void send(Optional<ServedFile> file, String caching, Context request) {
    file.orElseThrow(NotFoundResponse::new).send(request, caching);
  }
}

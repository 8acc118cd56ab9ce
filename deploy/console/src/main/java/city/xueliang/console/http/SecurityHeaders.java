package city.xueliang.console.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;

/** What a browser is to hold a page of this server to. */
public final class SecurityHeaders {
  /** Nothing inline, nothing evaluated, nothing of anybody else. */
  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; media-src 'self'; manifest-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final String ONE_YEAR = "max-age=31536000";

  private SecurityHeaders() {}

  /**
   * Puts them on every answer.
   *
   * @param isHttps whether browsers come by HTTPS, and are never to come otherwise again
   */
  public static void add(RoutesConfig routes, boolean isHttps) {
    routes.before(request -> put(request, isHttps));
    routes.before("/api/*", request -> request.header(Header.CACHE_CONTROL, "no-store"));
    routes.before("/auth/*", request -> request.header(Header.CACHE_CONTROL, "no-store"));
  }

  private static void put(Context request, boolean isHttps) {
    request.header(Header.CONTENT_SECURITY_POLICY, CONTENT_POLICY);
    request.header(Header.X_CONTENT_TYPE_OPTIONS, "nosniff");
    request.header(Header.REFERRER_POLICY, "same-origin");
    request.header(Header.CROSS_ORIGIN_OPENER_POLICY, "same-origin");
    request.header(Header.CROSS_ORIGIN_RESOURCE_POLICY, "same-origin");
    if (isHttps) {
      request.header(Header.STRICT_TRANSPORT_SECURITY, ONE_YEAR);
    }
  }
}

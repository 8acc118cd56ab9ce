package city.xueliang.console.signin;

import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.console.http.Excerpt;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where requests come from, and which of them a page of somebody else may have caused. */
final class Origins {
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");
  private static final Set<HandlerType> SAFE =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
  private static final String JSON = "application/json";
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  /** By which a proxy shows that it is one. */
  private static final Set<String> FORWARDED = Set.of(FORWARDED_FOR, "Forwarded", "Via");

  private final Optional<ProxySettings> proxy;
  private final boolean isHttps;
  private final boolean isDemo;
  private final boolean isLoopback;

  /**
   * @param isLoopback whether the server listens on loopback, where no browser names it otherwise
   */
  Origins(AccessSettings settings, boolean isLoopback) {
    this.proxy = settings.proxy();
    this.isHttps = settings.isHttps();
    this.isDemo = settings.oidc().isEmpty();
    this.isLoopback = isLoopback && proxy.isEmpty();
  }

  /**
   * Refuses a request that did not come the way that it should: past the proxy, to the demo seat by
   * a proxy, or to a loopback server by a name that somebody has pointed at it.
   */
  void check(Context request) {
    if (proxy.isPresent() && !proxy.get().isAt(request.req().getRemoteAddr())) {
      throw wrong(request.req().getRemoteAddr());
    }
    if (isDemo && FORWARDED.stream().anyMatch(name -> request.header(name) != null)) {
      throw wrong("Forwarded");
    }
    String host = host(request);
    if (isLoopback && !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
      throw wrong(host);
    }
  }

  /** Refuses a change that another page than this server's may have caused. */
  void checkChange(Context request) {
    if (SAFE.contains(request.method())) {
      return;
    }
    String fetchSite = request.header("Sec-Fetch-Site");
    if (fetchSite != null && !fetchSite.equals("same-origin")) {
      throw wrong(fetchSite);
    }
    String origin = request.header(Header.ORIGIN);
    if (origin != null && !origin.equals(own(request))) {
      throw wrong(origin);
    }
    String type = request.contentType();
    if (type == null || !type.replaceFirst(";.*", "").trim().equalsIgnoreCase(JSON)) {
      throw new ApiException(
          Reason.BAD_PARAMETER, Header.CONTENT_TYPE, type == null ? "" : Excerpt.of(type), JSON);
    }
  }

  /** Where the browser finds this server: scheme, host and port. */
  String own(Context request) {
    return proxy
        .map(settings -> settings.publicUrl().toString())
        .orElseGet(() -> (isHttps ? "https://" : "http://") + host(request));
  }

  /**
   * IP address of who asks; behind a proxy, the one that the proxy saw. It adds that to what the
   * client says itself, in the same line or in one of its own: only the last word is the proxy's.
   */
  String address(Context request) {
    List<String> forwarded =
        proxy.isPresent() ? Collections.list(request.req().getHeaders(FORWARDED_FOR)) : List.of();
    if (forwarded.isEmpty()) {
      return request.req().getRemoteAddr();
    }
    String last = forwarded.get(forwarded.size() - 1);
    return last.substring(last.lastIndexOf(',') + 1).trim();
  }

  boolean isHttps() {
    return isHttps;
  }

  private static String host(Context request) {
    String host = request.header(Header.HOST);
    return host == null ? "" : host;
  }

  private static ApiException wrong(String what) {
    return new ApiException(Reason.WRONG_ORIGIN, Excerpt.of(what));
  }
}

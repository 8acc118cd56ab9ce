package city.xueliang.testing.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A page whose mistakes are written down: errors and warnings on its console, errors that nothing
 * caught, violations of its policy, and requests to anything but this machine. Closing it fails if
 * there were any that the test does not expect.
 */
public final class WatchedPage implements AutoCloseable {
  private static final String REPORT_VIOLATIONS =
      "addEventListener('securitypolicyviolation',"
          + " e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))";
  private static final double PATIENCE_MILLIS = 30_000;
  private static final Set<String> BAD = Set.of("error", "warning");
  private static final Set<String> OF_THIS_PAGE = Set.of("data", "blob", "about");

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<Pattern> expected = new ArrayList<>();

  WatchedPage(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.addInitScript(REPORT_VIOLATIONS);
    context.onConsoleMessage(this::heard);
    context.onWebError(error -> complaints.add("uncaught: " + error.error()));
    context.onRequest(this::sent);
    this.page = context.newPage();
  }

  public Page page() {
    return page;
  }

  /** Another tab of the same browser, watched alike. */
  public Page newTab() {
    return context.newPage();
  }

  /** The test brings about what contains this. */
  public void expect(String regex) {
    expected.add(Pattern.compile(regex));
  }

  /** What went wrong, but for what was expected. */
  public List<String> complaints() {
    return complaints.stream()
        .filter(each -> expected.stream().noneMatch(known -> known.matcher(each).find()))
        .toList();
  }

  @Override
  public void close() {
    context.close();
    if (!complaints().isEmpty()) {
      throw new AssertionError("The page complained: " + String.join("\n", complaints()));
    }
  }

  private void heard(ConsoleMessage message) {
    if (BAD.contains(message.type())) {
      complaints.add(message.type() + ": " + message.text() + " at " + message.location());
    }
  }

  private void sent(Request request) {
    URI to = URI.create(request.url().replaceFirst("^(data|blob):.*", "$1:x"));
    if (!OF_THIS_PAGE.contains(to.getScheme()) && !"127.0.0.1".equals(to.getHost())) {
      complaints.add("request to " + request.url());
    }
  }
}

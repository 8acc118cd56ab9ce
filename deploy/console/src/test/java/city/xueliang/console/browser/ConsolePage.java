package city.xueliang.console.browser;

import city.xueliang.testing.browser.Chromium;
import city.xueliang.testing.browser.Look;
import city.xueliang.testing.browser.WatchedPage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The console in a browser, as its readers see it. */
final class ConsolePage implements AutoCloseable {
  private static final String CONTRAST = resource("contrast.js");

  private final WatchedPage watched;
  private final String url;

  private ConsolePage(WatchedPage watched, String url) {
    this.watched = watched;
    this.url = url;
  }

  /** Opens a view such as {@code /wall} and returns when the city is shown. */
  static ConsolePage open(Chromium browser, Look look, TestingConsole console, String view) {
    ConsolePage page = opening(browser, look, console);
    page.go(view);
    return page;
  }

  /** Still empty. */
  static ConsolePage opening(Chromium browser, Look look, TestingConsole console) {
    return new ConsolePage(browser.open(look), console.url());
  }

  /** Loads another view anew. */
  void go(String view) {
    page().navigate(url + view);
    page()
        .locator("main > :not(.waiting)")
        .waitFor(new WaitForOptions().setState(WaitForSelectorState.ATTACHED));
  }

  /** Returns when nothing of the view is still asked for. */
  void settle() {
    page()
        .locator("main p[role=status]")
        .first()
        .waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  Page page() {
    return watched.page();
  }

  /** The test brings about complaints that contain this. */
  void expect(String regex) {
    watched.expect(regex);
  }

  /** The row of an alert in the wall's list. */
  Locator row(String alertId) {
    return page().locator("alert-list [data-alert='%s']".formatted(alertId));
  }

  /** The alert that is opened. */
  Locator alert() {
    return page().locator("alert-view");
  }

  /** What the reader is at, without the server's address. */
  String view() {
    return page().url().substring(url.length());
  }

  /** Selector-like name of what has the focus, also within components. */
  String focused() {
    return (String)
        page()
            .evaluate(
                """
                () => {
                  let at = document.activeElement;
                  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
                  return at.dataset.alert ?? at.dataset.region ?? at.dataset.action ?? at.localName;
                }
                """);
  }

  /** Presses a key until something has the focus, as who has no mouse does. */
  void press(String key, String until) {
    for (int presses = 0; !focused().equals(until); presses++) {
      if (presses > 100) {
        throw new AssertionError(key + " does not come to " + until + " but to " + focused());
      }
      page().keyboard().press(key);
    }
  }

  /** All that can be read, also within components. */
  String text() {
    return (String)
        page()
            .evaluate(
                """
                () => {
                  const read = node => node.nodeType === Node.TEXT_NODE ? node.data
                    : node.nodeName === 'STYLE' ? ''
                    : [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(read).join(' ');
                  return read(document.body);
                }
                """);
  }

  /** Texts that stand out too little, with their colours. */
  @SuppressWarnings("unchecked") // A script's array of texts.
  List<String> faintTexts() {
    return (List<String>) page().evaluate(CONTRAST);
  }

  boolean scrollsSideways() {
    return (boolean)
        page().evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
  }

  @Override
  public void close() {
    watched.close();
  }

  private static String resource(String name) {
    try (InputStream file = ConsolePage.class.getResourceAsStream(name)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.substring(text.indexOf("() =>"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

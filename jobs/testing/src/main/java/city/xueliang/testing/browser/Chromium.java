package city.xueliang.testing.browser;

import city.xueliang.testing.OptionalProgram;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The Chromium that is installed on this machine, without a window. It finds no host but 127.0.0.1.
 * For one thread only.
 */
public final class Chromium implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it; what happens where it is not installed, {@link OptionalProgram} says. */
  public static Chromium start() {
    Path program = OptionalProgram.require("chromium", "chromium");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
    return new Chromium(playwright, browser);
  }

  /** A page with cookies and storage of its own, still empty. */
  public WatchedPage open(Look look) {
    return new WatchedPage(browser.newContext(look.options()));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

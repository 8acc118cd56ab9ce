package city.xueliang.testing.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * What a browser tells a page of its screen and its reader.
 *
 * @param width of the window, pixels
 * @param height of the window, pixels
 * @param language such as zh-CN
 */
public record Look(int width, int height, String language, boolean dark, boolean reducedMotion) {
  /** A screen on the wall, in Chinese, dark. */
  public static final Look WALL = new Look(1920, 1080, "zh-CN", true, false);

  /** The smallest screen of a desk. */
  public Look atDesk() {
    return new Look(1366, 768, language, dark, reducedMotion);
  }

  public Look in(String language) {
    return new Look(width, height, language, dark, reducedMotion);
  }

  public Look light() {
    return new Look(width, height, language, false, reducedMotion);
  }

  /** Of a reader whom movement makes ill. */
  public Look still() {
    return new Look(width, height, language, dark, true);
  }

  NewContextOptions options() {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setLocale(language)
        .setTimezoneId("Asia/Shanghai")
        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
        .setReducedMotion(reducedMotion ? ReducedMotion.REDUCE : ReducedMotion.NO_PREFERENCE);
  }
}

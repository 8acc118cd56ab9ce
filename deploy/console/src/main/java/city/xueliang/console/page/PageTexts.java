package city.xueliang.console.page;

import city.xueliang.domain.text.Texts;
import java.util.Locale;

/** The page's texts, for files that name things as the page does. */
public final class PageTexts {
  private PageTexts() {}

  public static Texts in(Locale language) {
    return Texts.of(PageTexts.class, language);
  }
}

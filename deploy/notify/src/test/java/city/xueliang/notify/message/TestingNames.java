package city.xueliang.notify.message;

import city.xueliang.notify.TestingAlert;
import java.util.Locale;

/** One rule and one grid have names. */
public final class TestingNames implements Names {
  @Override
  public String rule(String ruleId, Locale language) {
    return ruleId.equals(TestingAlert.RULE)
        ? language.equals(Locale.ENGLISH) ? "Gas, first stage" : "可燃气体一级"
        : ruleId;
  }

  @Override
  public String place(String code, Locale language) {
    return code.equals(TestingAlert.GRID)
        ? language.equals(Locale.ENGLISH) ? "Grid 7" : "第七网格"
        : code;
  }

  @Override
  public String placePath(String code, Locale language) {
    return (language.equals(Locale.ENGLISH) ? "Chengbei / " : "城北区 / ") + place(code, language);
  }
}

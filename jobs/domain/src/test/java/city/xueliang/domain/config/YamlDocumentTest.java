package city.xueliang.domain.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class YamlDocumentTest {
  private enum Colour {
    RED,
    PALE_BLUE
  }

  @Test
  void readsEveryShapeOfValue() {
    YamlDocument document =
        document(
            """
            name: flood
            limit: 12.5
            hits: 3
            span: 1h30m
            colour: pale-blue
            live: true
            places: [630105, 630106]
            """);

    YamlMapping root = document.root().mapping();

    assertThat(root.required("name").string()).contains("flood");
    assertThat(root.required("limit").decimal(0, 100)).hasValue(12.5);
    assertThat(root.required("hits").integer(1, 10)).hasValue(3);
    assertThat(root.required("span").duration(Duration.ZERO, Duration.ofDays(1)))
        .contains(Duration.ofMinutes(90));
    assertThat(root.required("colour").choice(Colour.class)).contains(Colour.PALE_BLUE);
    assertThat(root.required("live").bool()).contains(true);
    assertThat(root.required("places").list())
        .extracting(place -> place.string().orElseThrow())
        .containsExactly("630105", "630106");
    assertThat(document.problems()).isEmpty();
  }

  @Test
  void keepsEveryDigitOfANumberReadAsText() {
    YamlDocument document = document("device: 63010500001310000001\n");

    assertThat(document.root().mapping().required("device").string())
        .contains("63010500001310000001");
  }

  @Test
  void findsEveryMistakeInOnePassInTheOrderOfTheLines() {
    YamlDocument document =
        document(
            """
            colour: purple
            rule:
              hits: many
              limit: 200
              span: 5 minutes
            places: one
            colour: red
            """);

    YamlMapping root = document.root().mapping();
    root.optional("places").list();
    YamlMapping rule = root.required("rule").mapping();
    rule.required("span").duration(Duration.ZERO, Duration.ofHours(1));
    rule.required("limit").decimal(0, 100);
    rule.required("hits").integer(1, 10);
    rule.required("name").string();
    root.required("colour").choice(Colour.class);

    assertThat(texts(document))
        .containsExactly(
            "rules.yaml:1: colour: must be one of RED, PALE_BLUE [yaml-choice]",
            "rules.yaml:2: rule.name: this key is missing [yaml-missing]",
            "rules.yaml:3: rule.hits: must be a whole number from 1 to 10 [yaml-integer]",
            "rules.yaml:4: rule.limit: must be a number from 0 to 100 [yaml-decimal]",
            "rules.yaml:5: rule.span: must be a span of time from 0s to 1h, written like 30s, 5m,"
                + " 1h30m or 2d [yaml-duration]",
            "rules.yaml:6: places: must be a list, one item a line, each beginning with \"- \""
                + " [yaml-list]",
            "rules.yaml:7: colour: this key stands twice: also in line 1 [yaml-twice]");
  }

  @Test
  void keysThatNoOneAskedForAreProblems() {
    YamlDocument document = document("limit: 1\nlimt: 2\n");

    YamlMapping root = document.root().mapping();
    root.required("limit").integer(0, 9);
    root.optional("clear").integer(0, 9);
    root.refuseOtherKeys();

    assertThat(texts(document))
        .containsExactly(
            "rules.yaml:2: limt: unknown key; allowed here: limit, clear [yaml-unknown-key]");
  }

  @Test
  void aMissingMappingIsOneProblemNotOneForEachOfItsKeys() {
    YamlDocument document = document("other: 1\n");

    document.root().mapping().required("rule").mapping().required("limit").integer(0, 1);

    assertThat(texts(document))
        .containsExactly("rules.yaml:1: rule: this key is missing [yaml-missing]");
  }

  @Test
  void aKeyWithoutValueIsAProblem() {
    YamlDocument document = document("name:\n");

    assertThat(document.root().mapping().required("name").string()).isEmpty();
    assertThat(texts(document))
        .containsExactly("rules.yaml:1: name: this key has no value [yaml-no-value]");
  }

  @Test
  void textThatIsNoYamlIsTheOnlyProblem() {
    YamlDocument document = document("name: [a\nrule: b\n");

    document.root().mapping().required("name").string();

    assertThat(document.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(2))
        .satisfies(problem -> assertThat(problem.key()).isEqualTo("yaml-syntax"));
  }

  @Test
  void anEmptyFileIsAProblem() {
    assertThat(texts(document("# nothing\n")))
        .containsExactly("rules.yaml: the file is empty [yaml-empty]");
  }

  @Test
  void aSecondDocumentIsAProblem() {
    assertThat(document("a: 1\n---\nb: 2\n").problems())
        .extracting("key")
        .containsExactly("yaml-one-document");
  }

  @Test
  void problemsAreToldInChineseUnlessEnglishIsAskedFor() {
    YamlDocument document = document("name:\n");
    document.root().mapping().required("name").string();

    assertThat(
            new ConfigTexts(ConfigTexts.class, Locale.SIMPLIFIED_CHINESE)
                .text(document.problems().get(0)))
        .isEqualTo("rules.yaml:1: name: 此键没有值 [yaml-no-value]");
  }

  private static YamlDocument document(String text) {
    return YamlDocument.parse("rules.yaml", text);
  }

  private static List<String> texts(YamlDocument document) {
    ConfigTexts texts = new ConfigTexts(ConfigTexts.class, Locale.ENGLISH);
    return document.problems().stream().map(texts::text).toList();
  }
}

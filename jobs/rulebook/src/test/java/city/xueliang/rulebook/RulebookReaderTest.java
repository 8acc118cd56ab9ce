package city.xueliang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Handling;
import city.xueliang.domain.rule.InvalidRulesException;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.schemas.Absence;
import city.xueliang.schemas.AbsenceKind;
import city.xueliang.schemas.AlertCause;
import city.xueliang.schemas.Collapse;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.Direction;
import city.xueliang.schemas.ModelClass;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.Rule;
import city.xueliang.schemas.Silence;
import city.xueliang.schemas.SilenceKind;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Threshold;
import city.xueliang.schemas.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Records of other programs, which need not make sense. */
class RulebookReaderTest {
  private final RulebookReader reader = new RulebookReader();

  @Test
  void aRuleOfTheFirstReleaseIsOneAlertADevice() throws Exception {
    RulebookChange change = read("gas", rule -> {});

    assertThat(change.rule().handling())
        .isEqualTo(new Handling(Extent.DEVICE, Duration.ofMinutes(5), List.of(), null));
  }

  @Test
  void aColourThatOnlyANewerReleaseKnowsIsRefused() {
    assertThat(refusal("gas", rule -> rule.setColour(Colour.UNKNOWN)))
        .isEqualTo(
            "rules/gas: colour: is missing, or has a value that only a newer release knows"
                + " [entry-missing]");
  }

  @Test
  void allThatMakesNoSenseIsTold() {
    String refusal =
        refusal(
            "gas",
            rule -> {
              rule.setVersion(0);
              rule.setNameEn(" ");
              rule.setPlaces(List.of("63"));
              rule.getThreshold().setLimit(Double.NaN);
              rule.getThreshold().setQuantity(null);
              rule.getThreshold().setDwellMillis(-1);
            });

    assertThat(refusal.lines())
        .extracting(line -> line.replaceAll("^rules/gas: ([^:]*): .*\\[(.*)]$", "$1 $2"))
        .containsExactly(
            "version entry-range",
            "name.en entry-name",
            "places[63] entry-place",
            "measure entry-missing",
            "limit entry-range",
            "dwell entry-range");
  }

  @Test
  void aRuleWithoutTermsOrWithThoseOfTwoTypesIsRefused() {
    assertThat(refusal("gas", rule -> rule.setThreshold(null)))
        .contains("type: the terms of exactly one type of rule must be there, not of 0");
    assertThat(refusal("gas", rule -> rule.setAbsence(absence(ModelClass.CAMERA))))
        .contains("not of 2 [rule-terms]");
  }

  @Test
  void aSymbolOfAListThatOnlyANewerReleaseKnowsIsRefused() {
    assertThat(
            refusal(
                "gas",
                rule -> {
                  rule.setThreshold(null);
                  rule.setAbsence(absence(ModelClass.CAMERA, ModelClass.UNKNOWN));
                }))
        .contains("devices: ");
    assertThat(
            refusal(
                "gas",
                rule -> {
                  rule.setThreshold(null);
                  rule.setAbsence(absence(ModelClass.CAMERA));
                  rule.setHandling(collapsing(AlertCause.SEGMENT, AlertCause.UNKNOWN));
                }))
        .contains("handling.collapse.causes: ");
  }

  @Test
  void aRecordUnderTheKeyOfAnotherIsRefused() {
    assertThat(refusal("smoke", rule -> {}))
        .contains("the record's key smoke is not that of its content: it must be gas");
  }

  @Test
  void whatIsNoContractIsUndecodable() {
    assertThatThrownBy(() -> reader.read("gas", new byte[] {1, 2}))
        .isInstanceOf(UndecodableException.class);
    assertThatThrownBy(() -> reader.read("silence/x", encoded(rule -> {})))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining("a Rule stands where only a Silence may");
    assertThatThrownBy(() -> reader.read("policy/x", encoded(rule -> {})))
        .isInstanceOf(UndecodableException.class);
  }

  @Test
  void aRecordWithoutAKeyIsRefused() {
    assertThat(refusal(null, rule -> {})).contains("[entry-key]");
  }

  @Test
  void aSilenceOfEverythingIsRefused() {
    Silence silence =
        Silence.newBuilder()
            .setSilenceId("all")
            .setKind(SilenceKind.SILENCE)
            .setFrom(Instant.EPOCH)
            .setTo(Instant.EPOCH.plusSeconds(60))
            .setSeat("630100-ops-01")
            .build();

    assertThatThrownBy(
            () -> reader.read("silence/all", SingleObjectCodec.of(Silence.class).encode(silence)))
        .isInstanceOf(InvalidRulesException.class)
        .hasMessageContaining("[silence-everything]");
  }

  private RulebookChange read(String key, Consumer<Rule> change) throws Exception {
    return reader.read(key, encoded(change));
  }

  private String refusal(String key, Consumer<Rule> change) {
    return catchThrowableOfType(InvalidRulesException.class, () -> read(key, change)).getMessage();
  }

  private static byte[] encoded(Consumer<Rule> change) {
    Rule rule =
        Rule.newBuilder()
            .setRuleId("gas")
            .setVersion(1)
            .setNameZh("燃气")
            .setNameEn("Gas")
            .setColour(Colour.RED)
            .setThreshold(
                Threshold.newBuilder()
                    .setQuantity(Quantity.GAS_LEL_PERCENT)
                    .setDirection(Direction.ABOVE)
                    .setLimit(50)
                    .setClearLimit(40)
                    .setDwellMillis(0)
                    .build())
            .build();
    change.accept(rule);
    return SingleObjectCodec.of(Rule.class).encode(rule);
  }

  private static Absence absence(ModelClass... devices) {
    return Absence.newBuilder()
        .setKind(AbsenceKind.SILENT)
        .setDevices(List.of(devices))
        .setGraceMillis(0)
        .build();
  }

  private static city.xueliang.schemas.Handling collapsing(AlertCause... causes) {
    return city.xueliang.schemas.Handling.newBuilder()
        .setGroupBy(city.xueliang.schemas.Extent.DEVICE)
        .setHoldOffMillis(0)
        .setCollapse(
            Collapse.newBuilder()
                .setLeast(2)
                .setPercent(50)
                .setPatienceMillis(0)
                .setCauses(List.of(causes))
                .build())
        .build();
  }
}

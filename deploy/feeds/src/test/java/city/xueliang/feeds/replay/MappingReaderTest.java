package city.xueliang.feeds.replay;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.config.ConfigTexts;
import city.xueliang.domain.observation.Measure;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingReaderTest {
  private static final String READINGS =
      """
      time: {column: at, pattern: "yyyy-MM-dd HH:mm", zone: Asia/Shanghai}
      device: {id: "63010500061340000001"}
      quantity: SPEED_KPH
      value: {column: speed}
      """;

  @Test
  void aReadingNeedsTimeDeviceQuantityAndValue() {
    Mapping mapping = MappingReader.read("m.yaml", READINGS).mapping().orElseThrow();

    assertThat(mapping.columns()).containsExactly("at", "speed");
    assertThat(mapping.device().constant()).contains("63010500061340000001");
    assertThat(mapping.measure().constant()).contains(Measure.SPEED_KPH);
    assertThat(mapping.separator()).isEqualTo(',');
    assertThat(mapping.charset()).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void anEventMayHaveKindCountAndConfidenceFromColumns() {
    Mapping mapping =
        MappingReader.read(
                "m.yaml",
                """
                separator: tab
                charset: GB18030
                missing: ["-"]
                time: {column: 时间, pattern: iso}
                received: {column: 接收, pattern: epoch-millis}
                device: {column: 设备, ids: {东门: "63010500001320000001"}}
                kind: {column: 类型, names: {烟雾: SMOKE}}
                count: {column: 数量}
                confidence: 0.8
                """)
            .mapping()
            .orElseThrow();

    assertThat(mapping.columns()).containsExactly("时间", "接收", "设备", "类型", "数量");
    assertThat(mapping.separator()).isEqualTo('\t');
    assertThat(mapping.charset()).isEqualTo(Charset.forName("GB18030"));
    assertThat(mapping.missing()).containsExactly("-");
    assertThat(mapping.confidence().orElseThrow().constant()).contains(0.8);
  }

  @Test
  void everyMistakeIsToldWithItsLineKeyAndWhatIsAllowed() {
    assertThat(
            problems(
                """
                separator: ab
                charset: KLINGON
                time:
                  column: at
                  pattern: HH:mm
                  zone: Mars/Olympus
                device:
                  column: id
                  ids: {"2": "630105"}
                quantity: SPEED_MPH
                value: {colunm: speed}
                """))
        .containsExactly(
            "m.yaml:1: separator: must be one sign such as \",\" or \";\", or the word tab"
                + " [separator]",
            "m.yaml:2: charset: unknown character set \"KLINGON\"; must be UTF-8, GB18030 or"
                + " another [charset]",
            "m.yaml:5: time.pattern: the time format must have year, month and day, such as"
                + " yyyy-MM-dd HH:mm:ss [pattern-without-date]",
            "m.yaml:6: time.zone: unknown time zone \"Mars/Olympus\"; must be a name such as"
                + " Asia/Shanghai or an offset such as +08:00 [zone]",
            "m.yaml:9: device.ids.2: \"630105\" is no device code; it must be 20 digits (GB/T"
                + " 28181) [device-code]",
            "m.yaml:10: quantity: must be one of GAS_LEL_PERCENT, CARBON_MONOXIDE_PPM,"
                + " SMOKE_OBSCURATION_PERCENT_PER_M, TEMPERATURE_CELSIUS, WATER_DEPTH_MM,"
                + " WATER_PRESSURE_KPA, RESIDUAL_CURRENT_MA, PM2_5_UG_M3, NOISE_DBA,"
                + " OCCUPANCY_PERCENT, SPEED_KPH, TILT_DEGREE, DOOR_OPEN, BATTERY_PERCENT"
                + " [yaml-choice]",
            "m.yaml:11: value.column: this key is missing [yaml-missing]",
            "m.yaml:11: value.colunm: unknown key; allowed here: column [yaml-unknown-key]");
  }

  @Test
  void aLocalTimeNeedsAZone() {
    assertThat(problems(READINGS.replace(", zone: Asia/Shanghai", "")))
        .containsExactly(
            "m.yaml:1: time.zone: this key is missing: the format yyyy-MM-dd HH:mm has no offset;"
                + " write such as Asia/Shanghai [zone-needed]");
  }

  @Test
  void aCountingKindNeedsACount() {
    assertThat(
            problems(
                """
                time: {column: at, pattern: epoch-seconds}
                device: {id: "63010500001320000001"}
                kind: CROWD_COUNT
                """))
        .containsExactly("m.yaml:1: count: this key is missing [yaml-missing]");
  }

  @Test
  void aRecordIsAnEventOrAReadingNotBoth() {
    assertThat(problems(READINGS + "kind: FLAME\n"))
        .containsExactly(
            "m.yaml:1: give one of kind (camera events) and quantity (sensor readings)"
                + " [kind-or-quantity]");
  }

  @Test
  void aDeviceComesFromATableOrAPrefixNotBoth() {
    assertThat(
            problems(
                READINGS.replace(
                    "{id: \"63010500061340000001\"}",
                    "{column: id, prefix: \"6301\", ids: {\"1\": \"63010500061340000001\"}}")))
        .containsExactly("m.yaml:2: device: give ids or prefix, not both [ids-or-prefix]");
  }

  @Test
  void aFixedValueIsCheckedToo() {
    assertThat(problems(READINGS.replace("{column: speed}", "fast")))
        .containsExactly(
            "m.yaml:4: value: \"fast\" is no number; decimals follow a point, thousands are not"
                + " separated [number-unreadable]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"camera-alarms", "head-counts", "road-occupancy", "road-speed"})
  void everyExampleIsAMapping(String example) throws IOException {
    String text = Files.readString(Path.of("examples", example + ".yaml"));

    assertThat(MappingReader.read(example, text).problems()).isEmpty();
  }

  private static List<String> problems(String text) {
    ConfigTexts texts = new ConfigTexts(MappingReader.class, Locale.ENGLISH);
    MappingReader.Result result = MappingReader.read("m.yaml", text);
    assertThat(result.mapping()).isEmpty();
    return result.problems().stream().map(texts::text).toList();
  }
}

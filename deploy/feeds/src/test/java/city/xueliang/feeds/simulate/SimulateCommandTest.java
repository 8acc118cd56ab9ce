package city.xueliang.feeds.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulateCommandTest {
  private static final Clock NOON = Clock.fixed(TestingCities.NOON, ZoneOffset.UTC);

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpIsChineseUnlessAskedOtherwise() {
    assertThat(run(Locale.SIMPLIFIED_CHINESE, "--help")).isZero();
    assertThat(out.toString()).contains("模拟一座西宁规模的城市", "--incidents-per-hour", "随机种子");
  }

  @Test
  void helpInEnglish() {
    assertThat(run(Locale.ENGLISH, "--help")).isZero();
    assertThat(out.toString()).contains("Simulates a city", "--[no-]publish-registry");
  }

  @ParameterizedTest
  @CsvSource({
    "--rate=0, above 0",
    "--scale=100, 0.001 to 20",
    "--duration=soon, 1h30m",
    "--duration=0s, more than 0",
    "--speed=-1, 0 or a number above 0",
    "--incidents-per-hour=-1, 0 to 3600",
    "--faults=late=2, 0 to 1",
    "--places=nowhere.csv, nowhere.csv"
  })
  void saysWhatIsWrongAndWhatIsAllowed(String option, String allowed) {
    assertThat(run(Locale.ENGLISH, option)).isEqualTo(2);
    assertThat(err.toString()).contains(allowed);
  }

  @Test
  void warnsIfDevicesWillLookSilent() throws IOException {
    Path places = folder.resolve("places.csv");
    Path devices = folder.resolve("devices.csv");
    Files.writeString(
        places,
        """
        code,level,parent,nameZh,gridKind
        630100,city,,西宁市,
        630105,district,630100,城北区,
        630105001,street,630105,朝阳街道,
        630105001001,community,630105001,朝阳社区,
        630105001001001,grid,630105001001,第一网格,general
        """);
    Files.writeString(
        devices,
        """
        deviceId,grid,modelClass,reportIntervalSeconds,segment
        63010500011340000001,630105001001001,sensor,4,sw-1
        63010500011340000002,630105001001001,sensor,60,sw-1
        """);
    // Nothing listens on port 1, so that the run ends after the warning.
    int exit =
        run(
            Locale.ENGLISH,
            "--bootstrap=127.0.0.1:1",
            "--places",
            places.toString(),
            devices.toString(),
            "--rate=0.1");
    assertThat(exit).as(err.toString()).isEqualTo(1);
    assertThat(err.toString())
        .contains("expects 1 of 2 devices sooner", "Use --rate 1 or more", "127.0.0.1:1");
  }

  private int run(Locale language, String... arguments) {
    CommandLine command = SimulateCommand.commandLine(language, NOON);
    return command
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}

package city.xueliang.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.xueliang.console.limit.Limits;
import city.xueliang.console.options.ConsoleOptions;
import city.xueliang.console.signin.AccessSettings;
import city.xueliang.console.signin.TestingKeyStore;
import city.xueliang.console.signin.UnsafeSettingsException;
import city.xueliang.store.reading.QuestDbSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConsoleTest {
  private static final String[] OIDC = {
    "--oidc-issuer=https://id.example", "--oidc-audience=xueliang", "--oidc-client-id=console"
  };

  @TempDir private Path folder;

  private final StringWriter err = new StringWriter();

  @Test
  void everyDefaultIsKnown() throws Exception {
    ConsoleSettings settings = settings();

    assertThat(settings)
        .returns("127.0.0.1", ConsoleSettings::bind)
        .returns(8088, ConsoleSettings::port)
        .returns("127.0.0.1:19092", ConsoleSettings::kafka)
        .returns(ZoneId.of("Asia/Shanghai"), ConsoleSettings::timeZone)
        .returns(AccessSettings.DEMO, ConsoleSettings::access)
        .returns(Limits.DEFAULT, ConsoleSettings::limits)
        .returns(
            StoreSettings.of(new QuestDbSource("http://127.0.0.1:19000", "_history")),
            ConsoleSettings::store);
  }

  @Test
  void theUsualLimitsLetTwoHundredWallsOfOneSeatAndTwoThousandStreamsWork() {
    assertThat(Limits.DEFAULT.reads().burst()).isGreaterThanOrEqualTo(200 * 20);
    assertThat(Limits.DEFAULT.streamsPerSeat()).isGreaterThanOrEqualTo(2_000);
    assertThat(Limits.DEFAULT.signIns().burst()).isGreaterThanOrEqualTo(200 * 2);
  }

  @Test
  void anAddressForOthersNeedsAnIssuerAndTls() {
    assertThat(refusal("--bind=0.0.0.0"))
        .contains(
            "0.0.0.0",
            "--oidc-issuer",
            "--oidc-audience",
            "--oidc-client-id",
            "--tls-key-store",
            "--tls-proxy",
            "not started");
    assertThat(refusal("--bind=192.0.2.1", OIDC[0], OIDC[1], OIDC[2]))
        .contains("--tls-key-store")
        .doesNotContain("--oidc");
    assertThat(
            refusal("--bind=::", "--tls-proxy=https://c.example", "--tls-proxy-address=10.0.0.1"))
        .contains("--oidc-issuer")
        .doesNotContain("--tls");
  }

  @Test
  void aProxyOnThisMachineLetsOthersInAsWell() {
    assertThat(refusal("--tls-proxy=https://c.example", "--tls-proxy-address=127.0.0.1"))
        .contains("--oidc-issuer");
  }

  @Test
  void noOtherWayLeadsToAnOpenServer() {
    ConsoleSettings safe =
        ConsoleSettings.onLoopback(
            0,
            "127.0.0.1:1",
            StoreSettings.of(new QuestDbSource("http://127.0.0.1:1", "")),
            ZoneId.of("UTC"));

    assertThatThrownBy(
            () ->
                new ConsoleSettings(
                    "0.0.0.0",
                    safe.port(),
                    safe.kafka(),
                    safe.store(),
                    safe.timeZone(),
                    safe.access(),
                    safe.limits()))
        .isInstanceOf(UnsafeSettingsException.class);
    assertThat(safe.isLoopback()).isTrue();
  }

  @Test
  void anIncompleteIssuerIsNamed() {
    assertThat(refusal("--oidc-issuer=https://id.example"))
        .contains("--oidc-audience, --oidc-client-id")
        .doesNotContain("--oidc-issuer");
    assertThat(refusal("--oidc-issuer=http://id.example", OIDC[1], OIDC[2])).contains("https://");
  }

  @Test
  void passwordsComeFromFilesAndVariablesOnly() throws Exception {
    TestingKeyStore store = TestingKeyStore.in(folder);
    Path keys = store.file();
    Path password = Files.writeString(folder.resolve("password"), store.password() + "\n");

    assertThat(refusal("--tls-key-store=" + keys)).contains("--tls-password-file");
    assertThat(refusal("--tls-key-store=" + keys, "--tls-password-env=NONE"))
        .contains("NONE")
        .doesNotContain("secret");
    assertThat(refusal("--tls-key-store=" + folder.resolve("none"), "--tls-password-env=SECRET"))
        .contains("none");
    ConsoleSettings settings =
        settings(
            "--bind=0.0.0.0",
            OIDC[0],
            OIDC[1],
            OIDC[2],
            "--oidc-client-secret-env=SECRET",
            "--tls-key-store=" + keys,
            "--tls-password-file=" + password);
    assertThat(settings.access().tls().orElseThrow().password().get()).isEqualTo(store.password());
    assertThat(settings.access().oidc().orElseThrow().clientSecret().orElseThrow().get())
        .isEqualTo("of-the-environment");
    assertThat(settings.toString()).doesNotContain(store.password(), "of-the-environment");
  }

  @Test
  void aKeyStoreThatDoesNotOpenIsToldInOneLine() throws Exception {
    TestingKeyStore store = TestingKeyStore.in(folder);
    Path password = Files.writeString(folder.resolve("password"), store.password());
    String[] options = {"--tls-key-store=" + store.file(), "--tls-password-file=" + password};

    assertThat(refusal(options[0], "--tls-password-env=SECRET"))
        .isEqualToIgnoringNewLines(
            "--tls-key-store: the password does not open the file " + store.file());
    store.dropKey();
    assertThat(refusal(options))
        .isEqualToIgnoringNewLines(
            "--tls-key-store: the file %s holds no key; it needs a certificate with its key"
                .formatted(store.file()));
    Files.writeString(store.file(), "-----BEGIN CERTIFICATE-----");
    assertThat(refusal(options))
        .isEqualToIgnoringNewLines(
            "--tls-key-store: the file %s is not a PKCS12 file, or is damaged"
                .formatted(store.file()));
    Files.delete(store.file());
    assertThat(refusal(options)).contains("cannot be read").hasLineCount(1);
  }

  @Test
  void aProxyIsStatedByItsAddressesInAnyForm() throws Exception {
    String proxy = "--tls-proxy=https://c.example";

    assertThat(
            settings(
                    OIDC[0],
                    OIDC[1],
                    OIDC[2],
                    proxy,
                    "--tls-proxy-address=10.0.0.1,::1,[2001:db8::1]")
                .access()
                .proxy()
                .orElseThrow()
                .addresses())
        .extracting(InetAddress::getHostAddress)
        .containsExactlyInAnyOrder("10.0.0.1", "0:0:0:0:0:0:0:1", "2001:db8:0:0:0:0:0:1");
    assertThat(refusal(proxy, "--tls-proxy-address=proxy.example"))
        .contains("--tls-proxy-address is proxy.example");
    assertThat(refusal(proxy, "--tls-proxy-address=10.0.0.256")).contains("10.0.0.256");
  }

  @Test
  void wrongValuesAreNamedWithWhatIsAllowed() {
    assertThat(refusal("--port=70000")).contains("70000", "65535");
    assertThat(refusal("--limit-reads=many")).contains("--limit-reads", "many", "100/5");
    assertThat(refusal("--limit-reads=0/5")).contains("0/5");
    assertThat(refusal("--limit-streams=0")).contains("--limit-streams", "1 or more");
    assertThat(refusal("--tls-proxy=http://c.example", "--tls-proxy-address=10.0.0.1"))
        .contains("https://host");
    assertThat(refusal("--tls-proxy=https://c.example")).contains("--tls-proxy-address");
  }

  @Test
  void everyTextIsThereInBothLanguages() throws IOException {
    Properties chinese = texts("texts.properties");
    Properties english = texts("texts_en.properties");

    assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
    assertThat(english.values())
        .noneMatch(text -> Pattern.compile("\\p{IsHan}").matcher(text.toString()).find());
  }

  @Test
  void theHelpNamesEveryOption() {
    CommandLine command = Console.commandLine(Locale.ENGLISH, Map.of());

    assertThat(command.getUsageMessage())
        .contains(command.getCommandSpec().options().stream().map(o -> o.longestName()).toList());
    assertThat(command.getCommandSpec().options())
        .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
  }

  /** What is said of a command line that is not taken. */
  private String refusal(String... arguments) {
    err.getBuffer().setLength(0);
    int code =
        Console.commandLine(Locale.ENGLISH, Map.of("SECRET", "of-the-environment"))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    assertThat(code).as(err.toString()).isEqualTo(2);
    return err.toString();
  }

  private static ConsoleSettings settings(String... arguments) throws Exception {
    ConsoleOptions options = new ConsoleOptions();
    new CommandLine(new Holder(options)).addMixin("options", options).parseArgs(arguments);
    return options.settings(Map.of("SECRET", "of-the-environment"));
  }

  private static Properties texts(String file) throws IOException {
    Properties texts = new Properties();
    try (var stream = ConsoleOptions.class.getResourceAsStream(file);
        var reader =
            new java.io.InputStreamReader(stream, java.nio.charset.StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }

  @CommandLine.Command
  private record Holder(ConsoleOptions options) {}
}

package city.xueliang.console.options;

import city.xueliang.console.ConsoleSettings;
import city.xueliang.console.signin.AccessSettings;
import city.xueliang.console.signin.Safeguard;
import city.xueliang.console.signin.UnsafeSettingsException;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the command line says of the server. */
public final class ConsoleOptions {
  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = ConsoleSettings.LOOPBACK,
      descriptionKey = "bind")
  private String bind;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "" + ConsoleSettings.PORT,
      descriptionKey = "port")
  private int port;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:19092",
      descriptionKey = "bootstrap")
  private String bootstrap;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "Asia/Shanghai",
      descriptionKey = "time-zone")
  private ZoneId timeZone;

  @Mixin private StoreOptions store;
  @Mixin private OidcOptions oidc;
  @Mixin private TlsOptions tls;
  @Mixin private LimitOptions limits;

  /**
   * The settings.
   *
   * @param environment variables of the process
   * @throws WrongOptionException that says what to write instead
   */
  public ConsoleSettings settings(Map<String, String> environment) throws WrongOptionException {
    if (port < 0 || port > LAST_PORT) {
      throw new WrongOptionException("wrong-port", port, LAST_PORT);
    }
    AccessSettings access =
        new AccessSettings(oidc.settings(environment), tls.own(environment), tls.proxy());
    try {
      return new ConsoleSettings(
          bind, port, bootstrap, store.settings(environment), timeZone, access, limits.limits());
    } catch (UnsafeSettingsException e) {
      throw new WrongOptionException("unsafe", bind, missing(e));
    }
  }

  private static String missing(UnsafeSettingsException failure) {
    return failure.missing().stream()
        .sorted()
        .map(ConsoleOptions::names)
        .collect(Collectors.joining("; "));
  }

  private static String names(Safeguard safeguard) {
    return switch (safeguard) {
      case OIDC -> "--oidc-issuer, --oidc-audience, --oidc-client-id";
      case TLS ->
          "--tls-key-store + --tls-password-file | --tls-password-env, --tls-proxy + --tls-proxy-address";
    };
  }
}

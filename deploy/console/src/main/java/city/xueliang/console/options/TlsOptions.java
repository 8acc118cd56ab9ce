package city.xueliang.console.options;

import city.xueliang.console.signin.IpAddress;
import city.xueliang.console.signin.KeyStoreFlaw;
import city.xueliang.console.signin.ProxySettings;
import city.xueliang.console.signin.TlsSettings;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How nobody reads along. */
final class TlsOptions {
  private static final Pattern PUBLIC_URL = Pattern.compile("https://[^/?#@]+");

  @Option(names = "--tls-key-store", paramLabel = "FILE", descriptionKey = "tls-key-store")
  private Path keyStore;

  @Option(names = "--tls-password-file", paramLabel = "FILE", descriptionKey = "tls-password-file")
  private Path passwordFile;

  @Option(
      names = "--tls-password-env",
      paramLabel = "VARIABLE",
      descriptionKey = "tls-password-env")
  private String passwordVariable;

  @Option(names = "--tls-proxy", paramLabel = "URL", descriptionKey = "tls-proxy")
  private URI proxy;

  @Option(
      names = "--tls-proxy-address",
      paramLabel = "IP",
      split = ",",
      descriptionKey = "tls-proxy-address")
  private List<String> proxyAddresses = new ArrayList<>();

  /** Empty if there is no key store. */
  Optional<TlsSettings> own(Map<String, String> environment) throws WrongOptionException {
    Optional<Supplier<String>> password =
        SecretOptions.secret("--tls-password", passwordFile, passwordVariable, environment);
    if (keyStore == null) {
      return Optional.empty();
    }
    if (!Files.isReadable(keyStore)) {
      throw new WrongOptionException("file-unreadable", "--tls-key-store", keyStore, "");
    }
    if (password.isEmpty()) {
      throw new WrongOptionException("password-missing");
    }
    TlsSettings settings = new TlsSettings(keyStore, password.get());
    Optional<KeyStoreFlaw> flaw = KeyStoreFlaw.of(settings);
    if (flaw.isPresent()) {
      throw new WrongOptionException(text(flaw.get()), keyStore);
    }
    return Optional.of(settings);
  }

  /** Empty if no proxy is stated. */
  Optional<ProxySettings> proxy() throws WrongOptionException {
    if (proxy == null) {
      return Optional.empty();
    }
    if (keyStore != null) {
      throw new WrongOptionException("tls-twice");
    }
    if (!PUBLIC_URL.matcher(proxy.toString()).matches()) {
      throw new WrongOptionException("wrong-proxy", proxy);
    }
    if (proxyAddresses.isEmpty()) {
      throw new WrongOptionException("proxy-address-missing");
    }
    Set<InetAddress> addresses = new HashSet<>();
    for (String address : proxyAddresses) {
      addresses.add(
          IpAddress.read(address)
              .orElseThrow(() -> new WrongOptionException("wrong-proxy-address", address)));
    }
    return Optional.of(new ProxySettings(proxy, addresses));
  }

  private static String text(KeyStoreFlaw flaw) {
    return switch (flaw) {
      case NOT_A_KEY_STORE -> "not-a-key-store";
      case WRONG_PASSWORD -> "wrong-password";
      case NO_KEY -> "key-missing";
    };
  }
}

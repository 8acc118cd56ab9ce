package city.xueliang.notify.config;

import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.notify.config.Target.Encryption;
import city.xueliang.notify.config.Target.HttpKind;
import city.xueliang.notify.config.Target.Login;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads where a channel leads. No problem shows what an environment variable holds. */
final class TargetReader {
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

  private final UnaryOperator<String> environment;

  TargetReader(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  Optional<Target> read(ChannelType type, YamlMapping keys) {
    return switch (type) {
      case WEBHOOK -> webhook(keys);
      case DINGTALK -> robot(HttpKind.DINGTALK, keys, true);
      case WECOM -> robot(HttpKind.WECOM, keys, false);
      case FEISHU -> robot(HttpKind.FEISHU, keys, true);
      case MAIL -> mail(keys);
    };
  }

  private Optional<Target> webhook(YamlMapping keys) {
    Optional<Secret> url;
    if (keys.has("url") && keys.has("urlFrom")) {
      keys.optional("url");
      keys.optional("urlFrom").problem("notify-two-urls");
      url = Optional.empty();
    } else if (keys.has("urlFrom")) {
      keys.optional("url");
      url = urlFrom(keys.optional("urlFrom"));
    } else {
      YamlValue value = keys.required("url");
      url = value.string().map(Secret::new).filter(text -> isUrl(text, value));
    }
    keys.optional("urlFrom");
    Optional<Secret> secret = secret(keys.required("secretFrom"));
    return url.isEmpty() || secret.isEmpty()
        ? Optional.empty()
        : Optional.of(new Target.Http(HttpKind.WEBHOOK, url.get(), secret));
  }

  private Optional<Target> robot(HttpKind kind, YamlMapping keys, boolean signs) {
    Optional<Secret> url = urlFrom(keys.required("urlFrom"));
    Optional<Secret> secret = signs ? secret(keys.optional("secretFrom")) : Optional.empty();
    return url.map(address -> new Target.Http(kind, address, secret));
  }

  private Optional<Target> mail(YamlMapping keys) {
    Optional<String> host = keys.required("host").string();
    YamlValue encryptionValue = keys.optional("encryption");
    Encryption encryption = encryptionValue.choice(Encryption.class).orElse(Encryption.STARTTLS);
    if (encryption == Encryption.NONE && host.filter(name -> !isLoopback(name)).isPresent()) {
      encryptionValue.problem("notify-mail-open");
    }
    OptionalLong port = keys.optional("port").integer(1, 65_535);
    Optional<Login> login = login(keys);
    Optional<String> from = address(keys.required("from"));
    List<String> to = new ArrayList<>();
    YamlValue receivers = keys.required("to");
    List<YamlValue> items = receivers.list();
    items.forEach(item -> address(item).ifPresent(to::add));
    if (receivers.isPresent() && items.isEmpty()) {
      receivers.problem("notify-empty-list");
    }
    if (host.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    int usualPort = encryption == Encryption.TLS ? 465 : 587;
    return Optional.of(
        new Target.Mail(
            host.get(), (int) port.orElse(usualPort), encryption, login, from.get(), to));
  }

  private Optional<Login> login(YamlMapping keys) {
    if (!keys.has("user") && !keys.has("passwordFrom")) {
      keys.optional("user");
      keys.optional("passwordFrom");
      return Optional.empty();
    }
    Optional<String> user = keys.required("user").string();
    Optional<Secret> password = secret(keys.required("passwordFrom"));
    return user.flatMap(name -> password.map(word -> new Login(name, word)));
  }

  private Optional<String> address(YamlValue value) {
    Optional<String> address = value.string();
    address
        .filter(text -> !ADDRESS.matcher(text).matches())
        .ifPresent(text -> value.problem("notify-address", text));
    return address.filter(text -> ADDRESS.matcher(text).matches());
  }

  private Optional<Secret> urlFrom(YamlValue value) {
    return secret(value).filter(url -> isUrl(url, value));
  }

  /** What stands in the variable that the value names. */
  private Optional<Secret> secret(YamlValue value) {
    Optional<String> name = value.string();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!VARIABLE.matcher(name.get()).matches()) {
      // Perhaps the secret itself was written here: it is not repeated.
      value.problem("notify-variable");
      return Optional.empty();
    }
    String text = environment.apply(name.get());
    if (text == null || text.isBlank()) {
      value.problem("notify-secret-missing", name.get());
      return Optional.empty();
    }
    return Optional.of(new Secret(text.strip()));
  }

  private static boolean isUrl(Secret url, YamlValue value) {
    URI uri;
    try {
      uri = new URI(url.reveal());
    } catch (URISyntaxException e) {
      value.problem("notify-url");
      return false;
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      value.problem("notify-url");
      return false;
    }
    if (scheme.equals("http") && !isLoopback(uri.getHost())) {
      value.problem("notify-url-open");
      return false;
    }
    return true;
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}

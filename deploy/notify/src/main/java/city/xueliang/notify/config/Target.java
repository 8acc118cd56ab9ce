package city.xueliang.notify.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where a channel leads. */
public sealed interface Target {

  /** What must not be seen in logs. */
  List<Secret> secrets();

  /** The kinds of servers that take messages over HTTP. */
  enum HttpKind {
    WEBHOOK,
    DINGTALK,
    WECOM,
    FEISHU
  }

  /**
   * A server that takes POSTs.
   *
   * @param url secret as a whole, since the addresses of robots hold their keys
   * @param secret that messages are signed with; a webhook always has one, WeCom knows none
   */
  record Http(HttpKind kind, Secret url, Optional<Secret> secret) implements Target {
    public URI uri() {
      return URI.create(url.reveal());
    }

    @Override
    public List<Secret> secrets() {
      return secret.map(key -> List.of(url, key)).orElse(List.of(url));
    }
  }

  /**
   * A mail server.
   *
   * @param login nothing if the server asks for none
   * @param to one or more addresses
   */
  record Mail(
      String host,
      int port,
      Encryption encryption,
      Optional<Login> login,
      String from,
      List<String> to)
      implements Target {
    public Mail {
      to = List.copyOf(to);
    }

    @Override
    public List<Secret> secrets() {
      return login.map(account -> List.of(account.password())).orElse(List.of());
    }
  }

  /** How the connection to a mail server is kept from being read. */
  enum Encryption {
    STARTTLS,
    TLS,
    NONE
  }

  /** An account of a mail server. */
  record Login(String user, Secret password) {}
}

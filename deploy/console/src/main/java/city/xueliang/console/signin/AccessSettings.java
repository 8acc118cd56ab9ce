package city.xueliang.console.signin;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How seats sign in and how the way to them is kept secret. Only a server that listens on loopback
 * may do without: it has one seat, for everybody on the machine.
 *
 * @param oidc who vouches for seats; empty for the demo seat
 * @param tls own certificate; empty for plain HTTP
 * @param proxy that ends TLS in front of this server; empty for none
 */
public record AccessSettings(
    Optional<OidcSettings> oidc, Optional<TlsSettings> tls, Optional<ProxySettings> proxy) {
  /** One seat for all, in plain HTTP. */
  public static final AccessSettings DEMO =
      new AccessSettings(Optional.empty(), Optional.empty(), Optional.empty());

  /** What a server that listens on this address must not be without, and is. */
  public Set<Safeguard> missingFor(String bind) {
    Set<Safeguard> missing = EnumSet.noneOf(Safeguard.class);
    // A proxy on this machine lets others in as well.
    if ((!Loopback.is(bind) || proxy.isPresent()) && oidc.isEmpty()) {
      missing.add(Safeguard.OIDC);
    }
    if (!Loopback.is(bind) && !isHttps()) {
      missing.add(Safeguard.TLS);
    }
    return missing;
  }

  /** Whether browsers come by HTTPS. */
  public boolean isHttps() {
    return tls.isPresent() || proxy.isPresent();
  }
}

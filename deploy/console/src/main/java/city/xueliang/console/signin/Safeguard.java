package city.xueliang.console.signin;

/** What keeps a server safe that others than this machine reach. */
public enum Safeguard {
  /** Somebody vouches for seats. */
  OIDC,
  /** Nobody reads along. */
  TLS
}

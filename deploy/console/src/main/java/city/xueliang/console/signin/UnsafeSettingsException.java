package city.xueliang.console.signin;

import java.util.Set;

/** Settings with which the server does not start, for it would be open to anybody. */
public final class UnsafeSettingsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // a set of enums, made by Set.copyOf
  private final Set<Safeguard> missing;

  public UnsafeSettingsException(String bind, Set<Safeguard> missing) {
    super(
        "The address is %s, which others than this machine reach; missing: %s"
            .formatted(bind, missing));
    this.missing = Set.copyOf(missing);
  }

  public Set<Safeguard> missing() {
    return missing;
  }
}

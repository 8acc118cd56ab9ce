package city.xueliang.console;

import city.xueliang.console.limit.Limits;
import city.xueliang.console.signin.AccessSettings;
import city.xueliang.console.signin.Loopback;
import city.xueliang.console.signin.Safeguard;
import city.xueliang.console.signin.UnsafeSettingsException;
import java.time.ZoneId;
import java.util.Set;

/**
 * What the console's server has to know.
 *
 * @param bind address that it listens on
 * @param port 0 takes a free one
 * @param kafka {@code host:port} of the broker, more than one separated by commas
 * @param timeZone in which days are cut and times are shown
 */
public record ConsoleSettings(
    String bind,
    int port,
    String kafka,
    StoreSettings store,
    ZoneId timeZone,
    AccessSettings access,
    Limits limits) {
  public static final String LOOPBACK = "127.0.0.1";
  public static final int PORT = 8088;

  /**
   * Refuses to be open to others without knowing who they are, or in plain text.
   *
   * @throws UnsafeSettingsException that names what is missing
   */
  public ConsoleSettings {
    Set<Safeguard> missing = access.missingFor(bind);
    if (!missing.isEmpty()) {
      throw new UnsafeSettingsException(bind, missing);
    }
  }

  /** Whether only this machine reaches the server. */
  public boolean isLoopback() {
    return Loopback.is(bind);
  }

  /** On loopback, with the demo seat and the usual limits. */
  public static ConsoleSettings onLoopback(
      int port, String kafka, StoreSettings store, ZoneId timeZone) {
    return new ConsoleSettings(
        LOOPBACK, port, kafka, store, timeZone, AccessSettings.DEMO, Limits.DEFAULT);
  }
}

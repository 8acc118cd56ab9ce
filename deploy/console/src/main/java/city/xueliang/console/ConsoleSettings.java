package city.xueliang.console;

import city.xueliang.console.limit.Limits;
import city.xueliang.console.signin.AccessSettings;
import java.time.ZoneId;

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

  /** On loopback, with the demo seat and the usual limits. */
  public static ConsoleSettings onLoopback(
      int port, String kafka, StoreSettings store, ZoneId timeZone) {
    return new ConsoleSettings(
        LOOPBACK, port, kafka, store, timeZone, AccessSettings.DEMO, Limits.DEFAULT);
  }
}

package city.xueliang.flink.influx;

import java.io.IOException;
import java.io.Serializable;

/**
 * Where the access token comes from. It is asked before every request on the machine that writes,
 * so that a token which is read from a file can be renewed while the job runs.
 */
@FunctionalInterface
public interface TokenSupplier extends Serializable {
  /**
   * The token without the word {@code Token}; empty for a server that asks for none.
   *
   * @throws IOException if it cannot be read just now; the write is tried again
   */
  String token() throws IOException;

  /** For a server that asks for no token. */
  static TokenSupplier none() {
    return () -> "";
  }
}

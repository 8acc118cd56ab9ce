package city.xueliang.flink.influx;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Where the points go that the server will never take, each with the server's words. */
@FunctionalInterface
public interface RefusedPoints extends Serializable {
  /** Called once per writer, on the machine that writes. */
  Handler open(WriterInitContext context) throws IOException;

  /** The open end of it. Called by one thread at a time. */
  interface Handler extends AutoCloseable {
    /**
     * Takes over one point; it need not be durable before {@link #flush}.
     *
     * @param lineProtocol the point as it was sent
     * @param serverWords status and message of the server's answer
     * @throws IOException if it cannot be taken just now; it is handed over again
     */
    void refuse(String lineProtocol, String serverWords) throws IOException, InterruptedException;

    /**
     * Returns when all that was refused so far is durable.
     *
     * @throws IOException if any of it is not; it is handed over again
     */
    void flush() throws IOException, InterruptedException;

    /** Lets go of everything within half a second; what was not flushed may be lost. */
    @Override
    void close();
  }
}

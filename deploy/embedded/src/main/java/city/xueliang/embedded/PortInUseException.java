package city.xueliang.embedded;

/** Another program listens on the port that a server was told to take. */
public final class PortInUseException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final int port;

  PortInUseException(String server, int port, Throwable cause) {
    super(
        "%s cannot listen on 127.0.0.1:%d: another program uses that port. Stop that program, or choose another port (0 takes a free one)."
            .formatted(server, port),
        cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}

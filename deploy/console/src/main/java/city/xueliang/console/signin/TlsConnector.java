package city.xueliang.console.signin;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Listens with a certificate of one's own. */
final class TlsConnector {
  private static final String HTTP_1_1 = "http/1.1";

  private TlsConnector() {}

  static void add(JavalinConfig config, TlsSettings settings, String host, int port) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(settings.keyStore().toString());
    tls.setKeyStoreType(TlsSettings.TYPE);
    tls.setKeyStorePassword(settings.password().get());
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    config.jetty.addConnector((server, http) -> connector(server, http, tls, host, port));
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, SslContextFactory.Server tls, String host, int port) {
    ServerConnector connector =
        new ServerConnector(
            server, new SslConnectionFactory(tls, HTTP_1_1), new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    return connector;
  }
}

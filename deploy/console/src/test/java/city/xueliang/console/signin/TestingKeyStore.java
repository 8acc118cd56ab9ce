package city.xueliang.console.signin;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key store that the JDK's tool makes anew: an elliptic key of this machine that nobody signs.
 */
public final class TestingKeyStore {
  private static final String ALIAS = "console";
  private static final String PASSWORD_VARIABLE = "KEY_STORE_PASSWORD";

  private final Path file;
  private final String password = Secrets.next();

  private TestingKeyStore(Path file) {
    this.file = file;
  }

  /** Makes one in a folder. */
  public static TestingKeyStore in(Path folder) {
    TestingKeyStore made = new TestingKeyStore(folder.resolve("keys.p12"));
    made.make();
    return made;
  }

  public Path file() {
    return file;
  }

  public String password() {
    return password;
  }

  public TlsSettings settings() {
    return new TlsSettings(file, () -> password);
  }

  /** Leaves the certificate without its key. */
  public void dropKey() {
    try {
      KeyStore certificate = certificate();
      try (OutputStream out = Files.newOutputStream(file)) {
        certificate.store(out, password.toCharArray());
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client that trusts this certificate and no other. */
  public HttpClient client() {
    return HttpClient.newBuilder().sslContext(context()).build();
  }

  /** Trusts the certificate, and is able to show it. */
  public SSLContext context() {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(certificate());
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(load(), password.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore certificate() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, load().getCertificate(ALIAS));
    return trusted;
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(file.toFile(), password.toCharArray());
  }

  private void make() {
    ProcessBuilder tool =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            "2",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass:env",
            PASSWORD_VARIABLE);
    tool.environment().put(PASSWORD_VARIABLE, password);
    try {
      Process running = tool.redirectErrorStream(true).start();
      byte[] said = running.getInputStream().readAllBytes();
      if (running.waitFor() != 0) {
        throw new IllegalStateException(new String(said, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

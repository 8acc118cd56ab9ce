package city.xueliang.console.signin;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The server's own certificate.
 *
 * @param keyStore PKCS12 file with its key
 * @param password of the file; asked for when the server starts
 */
public record TlsSettings(Path keyStore, Supplier<String> password) {
  static final String TYPE = "PKCS12";
}

package city.xueliang.console.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import java.util.Optional;

/** What is wrong with a key store, found before anything starts. */
public enum KeyStoreFlaw {
  NOT_A_KEY_STORE,
  WRONG_PASSWORD,
  NO_KEY;

  /** Opens it as the server will; empty if it holds a key that the password opens. */
  public static Optional<KeyStoreFlaw> of(TlsSettings settings) {
    char[] password = settings.password().get().toCharArray();
    try (var file = Files.newInputStream(settings.keyStore())) {
      KeyStore keys = KeyStore.getInstance(TlsSettings.TYPE);
      keys.load(file, password);
      for (String alias : Collections.list(keys.aliases())) {
        if (keys.getKey(alias, password) != null) {
          return Optional.empty();
        }
      }
      return Optional.of(NO_KEY);
    } catch (UnrecoverableKeyException e) {
      return Optional.of(WRONG_PASSWORD);
    } catch (IOException e) {
      // By its cause, load() tells a wrong password from bytes that are none of its own.
      return Optional.of(
          e.getCause() instanceof UnrecoverableKeyException ? WRONG_PASSWORD : NOT_A_KEY_STORE);
    } catch (GeneralSecurityException e) {
      return Optional.of(NOT_A_KEY_STORE);
    }
  }
}

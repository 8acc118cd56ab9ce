package city.xueliang.local;

import java.io.Serial;

/** Why the city cannot be run, in one sentence for the user. */
final class CityException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  CityException(String sentence) {
    super(sentence, null, false, false);
  }
}

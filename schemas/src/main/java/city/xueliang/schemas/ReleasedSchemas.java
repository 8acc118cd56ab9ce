package city.xueliang.schemas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Every version of every contract that was ever released, by its CRC-64-AVRO fingerprint. A
 * released file never changes: the index beside the files holds each one's fingerprint.
 */
final class ReleasedSchemas {
  private static final String FOLDER = "released/";
  private static final List<Release> RELEASES = readAll();
  private static final Map<Long, Schema> BY_FINGERPRINT = byFingerprint();

  private ReleasedSchemas() {}

  /**
   * One released version: its file name, such as {@code CameraEvent-1}, the indexed fingerprint and
   * the schema.
   */
  record Release(String name, String indexedFingerprint, Schema schema) {
    long fingerprint() {
      return SchemaNormalization.parsingFingerprint64(schema);
    }
  }

  /** All releases, oldest first within a contract. */
  static List<Release> all() {
    return RELEASES;
  }

  /** The released schema with this fingerprint, or null if there is none. */
  static Schema find(long fingerprint) {
    return BY_FINGERPRINT.get(fingerprint);
  }

  private static Map<Long, Schema> byFingerprint() {
    Map<Long, Schema> schemas = new HashMap<>();
    RELEASES.forEach(release -> schemas.put(release.fingerprint(), release.schema()));
    return Map.copyOf(schemas);
  }

  private static List<Release> readAll() {
    try (BufferedReader index =
        new BufferedReader(new InputStreamReader(open("index"), StandardCharsets.UTF_8))) {
      return index
          .lines()
          .map(line -> line.split(" "))
          .map(entry -> read(entry[0], entry[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Release read(String name, String fingerprint) {
    try (InputStream file = open(name + ".avsc")) {
      return new Release(name, fingerprint, new Schema.Parser().parse(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream stream = ReleasedSchemas.class.getResourceAsStream(FOLDER + file);
    if (stream == null) {
      throw new IOException("released schema " + file + " is missing from the class path");
    }
    return stream;
  }
}

package city.xueliang.console.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A file as it is sent, compressed once and not for each request. */
public final class ServedFile {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("html", "text/html;charset=utf-8"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("wav", "audio/wav"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("woff2", "font/woff2"));

  /** Below it, a compressed file is no fewer packets. */
  private static final int LEAST_COMPRESSED = 1_000;

  private static final int ETAG_BYTES = 12;

  private final String type;
  private final String etag;
  private final byte[] plain;
  private final byte[] compressed;

  public ServedFile(String type, byte[] content) {
    this.type = type;
    this.plain = content;
    this.etag = "W/\"" + digest(content) + "\"";
    this.compressed =
        content.length < LEAST_COMPRESSED || isCompressedAlready(type)
            ? content
            : compressed(content);
  }

  /** The media type of a file of this name; nothing for a file that is not for browsers. */
  public static Optional<String> type(String name) {
    String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(TYPES.get(suffix));
  }

  /**
   * Answers with the file, or with 304 if the client has it.
   *
   * @param caching value of Cache-Control
   */
  public void send(Context request, String caching) {
    request.header("Cache-Control", caching).header("ETag", etag).header("Vary", "Accept-Encoding");
    if (contains(request.header("If-None-Match"), etag)) {
      request.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    request.contentType(type);
    if (compressed != plain && contains(request.header("Accept-Encoding"), "gzip")) {
      request.header("Content-Encoding", "gzip").result(compressed);
    } else {
      request.disableCompression().result(plain);
    }
  }

  private static boolean contains(String header, String value) {
    return header != null && header.contains(value);
  }

  private static boolean isCompressedAlready(String type) {
    return type.startsWith("font/") || type.startsWith("audio/") || type.equals("image/png");
  }

  private static byte[] compressed(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
      stream.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, ETAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

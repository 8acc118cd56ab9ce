package city.xueliang.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** All that an event stream tells, read from beat to beat. */
final class ToldStream implements AutoCloseable {
  private final BufferedReader lines;
  private final StringBuilder told = new StringBuilder();

  private ToldStream(BufferedReader lines) {
    this.lines = lines;
  }

  static ToldStream of(HttpResponse<InputStream> stream) {
    assertThat(stream.statusCode()).isEqualTo(200);
    return new ToldStream(
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8)));
  }

  void readUntilBeat() {
    try {
      String line = lines.readLine();
      while (line != null && !line.contains("beat")) {
        told.append(line).append('\n');
        line = lines.readLine();
      }
      assertThat(line).as("the stream ended").isNotNull();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String told() {
    return told.toString();
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

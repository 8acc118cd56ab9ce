package city.xueliang.flink.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serial;

/** Of "key=value"; nothing after the sign removes the key. */
final class KeyEqualsValue implements RecordBytes<String> {
  @Serial private static final long serialVersionUID = 1L;

  private transient boolean opened;

  @Override
  public void open() {
    opened = true;
  }

  @Override
  public byte[] key(String pair) {
    return bytes(pair.substring(0, pair.indexOf('=')));
  }

  @Override
  public byte[] value(String pair) {
    String value = pair.substring(pair.indexOf('=') + 1);
    return value.isEmpty() ? null : bytes(value);
  }

  private byte[] bytes(String text) {
    assertThat(opened).isTrue();
    return text.getBytes(UTF_8);
  }
}

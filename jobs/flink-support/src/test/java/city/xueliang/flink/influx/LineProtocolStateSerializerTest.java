package city.xueliang.flink.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.junit.jupiter.api.Test;

class LineProtocolStateSerializerTest {
  /** Version 1 of a state with the lines "a b=1i 2" and "雪 b=1i 3". */
  private static final byte[] VERSION_1 =
      HexFormat.of()
          .parseHex(
              "ffffffffffffffff" // written by the base class
                  + "00000002" // entries
                  + "0000000000000008" // size of the first for its batch
                  + "00000008" // its length
                  + "6120623d31692032"
                  + "000000000000000a"
                  + "0000000a"
                  + "e99baa20623d31692033");

  private final LineProtocolStateSerializer serializer = new LineProtocolStateSerializer();

  @Test
  void stateOfVersionOneIsReadInItsOrder() throws IOException {
    assertThat(linesOf(serializer.deserialize(1, VERSION_1)))
        .containsExactly("a b=1i 2", "雪 b=1i 3");
  }

  @Test
  void stateIsWrittenAsVersionOne() throws IOException {
    assertThat(serializer.getVersion()).isEqualTo(1);
    assertThat(serializer.serialize(stateOf("a b=1i 2", "雪 b=1i 3"))).isEqualTo(VERSION_1);
  }

  @Test
  void stateOfALaterVersionIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> serializer.deserialize(2, VERSION_1))
        .withMessage("State of the InfluxDB sink has version 2; this release reads version 1");
  }

  private static BufferedRequestState<LineProtocol> stateOf(String... lines) {
    return new BufferedRequestState<>(
        List.of(lines).stream()
            .map(LineProtocol::of)
            .map(line -> new RequestEntryWrapper<>(line, line.length()))
            .toList());
  }

  private static List<String> linesOf(BufferedRequestState<LineProtocol> state) {
    return state.getBufferedRequestEntries().stream()
        .map(entry -> entry.getRequestEntry().toString())
        .toList();
  }
}

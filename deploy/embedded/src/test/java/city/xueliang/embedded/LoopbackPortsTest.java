package city.xueliang.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {

  @Test
  void aPortOnAllAddressesIsTakenOnLoopbackToo() throws Exception {
    try (ServerSocket other = new ServerSocket(0)) {
      assertThatThrownBy(() -> LoopbackPorts.claim("The store", other.getLocalPort()))
          .isInstanceOfSatisfying(
              PortInUseException.class, e -> assertThat(e.port()).isEqualTo(other.getLocalPort()));
    }
  }

  @Test
  void aPortIsFreeAgainOnceItsOwnerHasEnded() throws Exception {
    int port;
    try (ServerSocket other = new ServerSocket(0)) {
      port = other.getLocalPort();
    }
    assertThatCode(() -> LoopbackPorts.claim("The store", port)).doesNotThrowAnyException();
  }

  @Test
  void aNumberThatIsNoPortIsRefusedWithTheRange() {
    assertThatThrownBy(() -> LoopbackPorts.claim("The store", 70_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("70000")
        .hasMessageContaining("0 (any free one) to 65535");
  }
}

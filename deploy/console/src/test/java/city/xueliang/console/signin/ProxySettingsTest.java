package city.xueliang.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProxySettingsTest {
  private static final InetAddress HERE = IpAddress.read("::1").orElseThrow();
  private static final ProxySettings PROXY =
      new ProxySettings(URI.create("https://console.example"), Set.of(HERE));

  @Test
  void anAddressIsTheSameHoweverItIsWritten() {
    assertThat(PROXY.isAt("::1")).isTrue();
    assertThat(PROXY.isAt("[::1]")).isTrue();
    assertThat(PROXY.isAt("[0:0:0:0:0:0:0:1]")).as("as Jetty writes it").isTrue();
  }

  @Test
  void nothingElseIsTheProxy() {
    assertThat(PROXY.isAt("::2")).isFalse();
    assertThat(PROXY.isAt("127.0.0.1")).isFalse();
    assertThat(PROXY.isAt("localhost")).isFalse();
    assertThat(PROXY.isAt("")).isFalse();
  }
}

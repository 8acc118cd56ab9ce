package city.xueliang.notify.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void doesNotShowItself() {
    assertThat(new Secret("very-secret")).hasToString("***");
  }

  @Test
  void isMaskedInWhatAServerRepeats() {
    assertThat(new Secret("very-secret").maskIn("no user with very-secret"))
        .isEqualTo("no user with ***");
  }

  @Test
  void theKeyInAnAddressIsMaskedToo() {
    assertThat(new Secret("https://a.b/robot/send?access_token=0123456789").maskIn("0123456789!"))
        .isEqualTo("***!");
  }

  @Test
  void theWordsOfAnAddressAreNotMasked() {
    assertThat(new Secret("https://example.com/send?key=0123456789").maskIn("cannot send"))
        .isEqualTo("cannot send");
  }
}

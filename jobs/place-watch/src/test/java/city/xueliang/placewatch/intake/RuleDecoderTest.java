package city.xueliang.placewatch.intake;

import static city.xueliang.placewatch.intake.Decoding.assertRejected;
import static city.xueliang.testing.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.rulebook.RulebookRecords;
import city.xueliang.schemas.RejectReason;
import city.xueliang.testing.TestingRules;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleDecoderTest {
  private static final Rule GAS =
      TestingRules.above("gas", Measure.GAS_LEL_PERCENT, 25, 20).build();
  private static final int RANDOM_RECORDS = 20_000;

  private final RuleDecoder decoder = new RuleDecoder();

  @Test
  void takesARuleWithWhereItStands() {
    assertThat(decode("gas", bytes(GAS)).value())
        .isEqualTo(
            new RuleChange(
                RulebookChange.of(GAS), new Position(Decoding.OFFSET, NOON.toEpochMilli())));
  }

  @Test
  void aRecordWithoutAValueRemovesWhatIsInForceUnderItsKey() {
    assertThat(decode("gas", null).value().what()).isEqualTo(RulebookChange.removal("gas"));
  }

  @Test
  void refusesARuleThatMakesNoSense() {
    byte[] bytes = bytes(TestingRules.above("gas", Measure.GAS_LEL_PERCENT, 20, 25).build());

    Decoded<RuleChange> decoded = decode("gas", bytes);

    assertThat(decoded.value()).isNull();
    assertThat(decoded.rejection().reason()).isEqualTo(RejectReason.BAD_RULE);
    assertThat(decoded.rejection().detail()).startsWith("rules/gas: ").contains("clear");
    assertThat(decoded.rejection().source().offset()).isEqualTo(Decoding.OFFSET);
    assertThat(decoded.rejection().source().bytes()).isEqualTo(bytes);
  }

  @Test
  void refusesARuleUnderTheKeyOfAnother() {
    assertThat(decode("smoke", bytes(GAS)).rejection().reason()).isEqualTo(RejectReason.BAD_RULE);
  }

  @Test
  void refusesWhatIsNoRule() {
    byte[] bytes = {1, 2, 3};

    assertRejected(
        decode("gas", bytes),
        bytes,
        RejectReason.UNREADABLE,
        decode("gas", bytes).rejection().detail());
  }

  @Test
  void randomBodiesBehindAGoodFingerprintAreTakenOrRejected() {
    Random random = new Random(7);
    byte[] good = bytes(GAS);
    int taken = 0;
    for (int i = 0; i < RANDOM_RECORDS; i++) {
      byte[] bytes = good.clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        bytes[10 + random.nextInt(bytes.length - 10)] = (byte) random.nextInt();
      }
      Decoded<RuleChange> decoded = decode("gas", Arrays.copyOf(bytes, bytes.length));
      assertThat(decoded.value() == null).isNotEqualTo(decoded.rejection() == null);
      taken += decoded.value() == null ? 0 : 1;
    }
    assertThat(taken).isBetween(1, RANDOM_RECORDS - 1);
  }

  private static byte[] bytes(Rule rule) {
    return new RulebookRecords().encode(RulebookChange.of(rule));
  }

  private Decoded<RuleChange> decode(String key, byte[] value) {
    decoder.open(null);
    return decoder.decode(Decoding.record(key, value, NOON.toEpochMilli()));
  }
}

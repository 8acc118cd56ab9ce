package city.xueliang.console.store;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.store.reading.MetricHistory;
import city.xueliang.store.reading.Span;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreReadingTest {
  private static final Span HOUR = new Span(NOON, minutes(60));

  private MetricHistory history = MemoryHistory.NOWHERE;
  private Instant now = NOON;
  private final StoreReading store = new StoreReading(() -> history, () -> now);

  @Test
  void aStoreThatIsNotThereIsToldInItsOwnWords() {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> store.ask(each -> each.intake(HOUR)))
        .satisfies(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE);
              assertThat(refusal.arguments().get(0)).isEqualTo("store");
              assertThat(refusal.arguments().get(1))
                  .startsWith("The store at http://127.0.0.1:1 does not answer");
            });
  }

  @Test
  void aDeadStoreIsLeftAloneForAMoment() {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> store.ask(each -> each.intake(HOUR)));
    history = new MemoryHistory();

    now = NOON.plusSeconds(4);
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> store.ask(each -> each.intake(HOUR)));
    now = NOON.plusSeconds(5);
    List<IntakeRow> intake = store.ask(each -> each.intake(HOUR));
    assertThat(intake).isEmpty();
  }
}

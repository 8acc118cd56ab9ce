package city.xueliang.notify.message;

import static city.xueliang.notify.TestingAlert.AT_NIGHT;
import static city.xueliang.notify.TestingAlert.opened;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.notify.happening.Happening;
import city.xueliang.schemas.Colour;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private final Summary summary = new Summary(Locale.ENGLISH, ZoneOffset.UTC);

  @Test
  void countsColoursAndHappeningsAndNamesTheGravest() {
    for (int i = 0; i < 34; i++) {
      summary.add(message("blue-" + i, Colour.BLUE, Happening.OPENED));
    }
    for (int i = 0; i < 3; i++) {
      summary.add(message("red-" + i, Colour.RED, Happening.ESCALATED));
    }
    Message message = summary.message();
    assertThat(message.title())
        .isEqualTo("🔴 Xueliang: 37 messages in one, too many at once: 3 🔴 RED, 34 🔵 BLUE");
    assertThat(message.text()).contains("34 opened, 3 escalated").contains("and 27 more");
    assertThat(message.colour()).isEqualTo(Colour.RED);
    assertThat(message.lines().get(2).value()).contains("RED escalated");
  }

  @Test
  void ofOneMessageIsThatMessage() {
    Message only = message("a", Colour.YELLOW, Happening.OPENED);
    summary.add(only);
    assertThat(summary.message()).isSameAs(only);
  }

  @Test
  void hasTheSameKeyWheneverItHoldsTheSame() {
    Summary again = new Summary(Locale.ENGLISH, ZoneOffset.UTC);
    for (String id : new String[] {"a", "b"}) {
      summary.add(message(id, Colour.RED, Happening.OPENED));
      again.add(message(id, Colour.RED, Happening.OPENED));
    }
    assertThat(summary.message().key()).isEqualTo(again.message().key()).startsWith("summary-");
  }

  private static Message message(String id, Colour colour, Happening happening) {
    return new AlertMessages(
            Locale.ENGLISH,
            ZoneOffset.UTC,
            new TestingNames(),
            Clock.fixed(AT_NIGHT, ZoneOffset.UTC))
        .alert(opened(id).setColour(colour).build(), happening);
  }
}

package city.xueliang.notify.channel;

import static city.xueliang.notify.TestingAlert.AT_NIGHT;

import city.xueliang.notify.happening.Happening;
import city.xueliang.notify.message.AlertMessages;
import city.xueliang.notify.message.Message;
import city.xueliang.notify.message.TestingNames;
import city.xueliang.schemas.Alert;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** Messages about one alert. */
public final class TestingMessage {
  static final Clock CLOCK = Clock.fixed(AT_NIGHT, ZoneOffset.UTC);

  private TestingMessage() {}

  /** In Chinese. */
  public static Message of(Alert.Builder alert, Happening happening) {
    return new AlertMessages(
            Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai"), new TestingNames(), CLOCK)
        .alert(alert.build(), happening);
  }
}

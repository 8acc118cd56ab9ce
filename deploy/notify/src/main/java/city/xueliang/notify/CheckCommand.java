package city.xueliang.notify;

import city.xueliang.notify.config.ChannelConfig;
import city.xueliang.notify.config.NotifyConfig;
import city.xueliang.notify.config.Target;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Checks a file of channels, the environment variables that it names too, and sends nothing. */
@Command(name = "check", resourceBundle = Notify.HELP)
final class CheckCommand extends ConfigCommand {
  CheckCommand(Locale language) {
    super(language);
  }

  @Override
  int call(NotifyConfig config) {
    tell("check.done", config.channels().size());
    for (ChannelConfig channel : config.channels()) {
      String type =
          channel.target() instanceof Target.Http http
              ? http.kind().name().toLowerCase(Locale.ROOT)
              : "mail";
      tell(
          "check.channel",
          channel.id(),
          type,
          channel.language().getLanguage(),
          channel.filter().atLeast(),
          channel.perMinute());
    }
    return DONE;
  }
}

package city.xueliang.notify;

import city.xueliang.notify.channel.Channels;
import city.xueliang.notify.channel.Outcome;
import city.xueliang.notify.channel.Outcome.Verdict;
import city.xueliang.notify.config.ChannelConfig;
import city.xueliang.notify.config.NotifyConfig;
import city.xueliang.notify.message.AlertMessages;
import city.xueliang.notify.message.Message;
import city.xueliang.notify.message.Names;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sends one message that says that it is a test; needs no Kafka. */
@Command(name = "test", resourceBundle = Notify.HELP)
final class TestCommand extends ConfigCommand {
  @Parameters(index = "1", paramLabel = "CHANNEL", descriptionKey = "test.channel")
  private String id;

  TestCommand(Locale language) {
    super(language);
  }

  @Override
  int call(NotifyConfig config) throws InterruptedException {
    Optional<ChannelConfig> channel =
        config.channels().stream().filter(each -> each.id().equals(id)).findFirst();
    if (channel.isEmpty()) {
      complain(
          "test.unknown",
          id,
          config.channels().stream().map(ChannelConfig::id).collect(Collectors.joining(", ")));
      return INVALID;
    }
    Clock clock = Clock.systemUTC();
    Message message =
        new AlertMessages(channel.get().language(), config.zone(), new Codes(), clock).test(id);
    Outcome outcome = Channels.open(channel.get(), clock).send(message);
    if (outcome.verdict() == Verdict.TAKEN) {
      tell("test.done", id, outcome.reason());
      return DONE;
    }
    complain("test.failed", id, outcome.reason());
    return FAILED;
  }

  /** A test tells of no rule and no place. */
  private static final class Codes implements Names {
    @Override
    public String rule(String ruleId, Locale language) {
      return ruleId;
    }

    @Override
    public String place(String code, Locale language) {
      return code;
    }

    @Override
    public String placePath(String code, Locale language) {
      return code;
    }
  }
}

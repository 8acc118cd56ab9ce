package city.xueliang.rules;

import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.send.BrokerCheck;
import city.xueliang.schemas.Topics;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A subcommand that looks at what is in force. */
@Command
abstract class BrokerCommand extends RulesCommand {
  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:19092",
      descriptionKey = "bootstrap")
  private String bootstrap;

  BrokerCommand(Locale language) {
    super(language);
  }

  /** Does the work; what comes of it is the exit code. */
  abstract int run(LaidDown laidDown) throws IOException;

  /** The topics that have to be there. */
  List<String> topics() {
    return List.of(Topics.RULES);
  }

  final String bootstrap() {
    return bootstrap;
  }

  @Override
  public final Integer call() throws IOException, InterruptedException {
    Optional<String> obstacle =
        BrokerCheck.obstacle(bootstrap, topics(), Texts.of(BrokerCheck.class, language()));
    if (obstacle.isPresent()) {
      complaint(obstacle.get());
      return BROKER_FAILED;
    }
    try {
      return run(LaidDown.read(bootstrap));
    } catch (KafkaException e) {
      // The outer exception of a client that could not be built says nothing about the reason.
      Throwable reason = e.getCause() == null ? e : e.getCause();
      warn("broker-failed", bootstrap, reason.getMessage());
      return BROKER_FAILED;
    }
  }
}

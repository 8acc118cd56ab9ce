package city.xueliang.notify;

import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.send.BrokerCheck;
import city.xueliang.notify.config.NotifyConfig;
import city.xueliang.notify.delivery.Notifier;
import city.xueliang.schemas.Topics;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells of alerts until the process is ended. */
@Command(name = "run", resourceBundle = Notify.HELP)
final class RunCommand extends ConfigCommand {
  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:19092",
      descriptionKey = "run.bootstrap")
  private String bootstrap;

  @Option(names = "--from-beginning", descriptionKey = "run.from-beginning")
  private boolean fromBeginning;

  RunCommand(Locale language) {
    super(language);
  }

  @Override
  int call(NotifyConfig config) throws InterruptedException {
    Optional<String> obstacle =
        BrokerCheck.obstacle(
            bootstrap,
            List.of(Topics.ALERTS, Topics.RULES, Topics.PLACES),
            Texts.of(BrokerCheck.class, language()));
    if (obstacle.isPresent()) {
      err().println(obstacle.get());
      return FAILED;
    }
    try {
      Notifier notifier = Notifier.start(config, bootstrap, fromBeginning, Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(notifier::close, "stop"));
    } catch (KafkaException e) {
      complain("run.broker-failed", bootstrap, e.getMessage());
      return FAILED;
    }
    tell("run.started", config.channels().size(), bootstrap);
    // SIGTERM and SIGINT end the process, by way of the hook.
    new CountDownLatch(1).await();
    return DONE;
  }
}

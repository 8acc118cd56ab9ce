package city.xueliang.notify.delivery;

import city.xueliang.notify.channel.Channel;
import city.xueliang.notify.channel.Channels;
import city.xueliang.notify.config.ChannelConfig;
import city.xueliang.notify.config.NotifyConfig;
import city.xueliang.notify.message.AlertMessages;
import city.xueliang.notify.message.Summary;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** All channels of a configuration at work, each on a thread of its own. */
public final class Notifier implements AutoCloseable {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(4);

  private final NameTopics names;
  private final Map<String, ChannelLoop> loops = new LinkedHashMap<>();
  private final List<Thread> threads = new ArrayList<>();

  private Notifier(NameTopics names) {
    this.names = names;
  }

  /**
   * Starts and returns; the channels work until {@link #close}.
   *
   * @param bootstrap {@code host:port}, more than one separated by commas
   * @param fromBeginning whether a channel that is new tells what the topic already holds
   * @throws org.apache.kafka.common.KafkaException if the topics of names cannot be read
   */
  public static Notifier start(
      NotifyConfig config, String bootstrap, boolean fromBeginning, Clock clock) {
    Consumers consumers = new Consumers(bootstrap);
    NameTopics names = new NameTopics(consumers::ofNames);
    Notifier notifier = new Notifier(names);
    names.readToEnd();
    notifier.begin(names, "names");
    for (ChannelConfig channel : config.channels()) {
      ChannelLoop loop = loop(channel, config, consumers, fromBeginning, names, clock);
      notifier.loops.put(channel.id(), loop);
      notifier.begin(loop, "channel-" + channel.id());
    }
    return notifier;
  }

  /** The counts of a channel. */
  public Figures figures(String channel) {
    return loops.get(channel).figures();
  }

  private static ChannelLoop loop(
      ChannelConfig channel,
      NotifyConfig config,
      Consumers consumers,
      boolean fromBeginning,
      NameTopics names,
      Clock clock) {
    Channel out = Channels.open(channel, clock);
    Figures figures = new Figures();
    Outbox outbox =
        new Outbox(
            Delivery.of(channel),
            out,
            new Backoff(RandomGenerator.getDefault()),
            () -> new Summary(channel.language(), config.zone()),
            System::nanoTime,
            figures);
    return new ChannelLoop(
        channel.id(),
        () -> consumers.ofChannel(channel.id()),
        fromBeginning,
        channel.filter(),
        new AlertMessages(channel.language(), config.zone(), names, clock),
        outbox,
        figures);
  }

  private void begin(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Stops within seconds; what was not finished is sent after the next start. */
  @Override
  public void close() {
    loops.values().forEach(ChannelLoop::stop);
    names.stop();
    long deadline = System.nanoTime() + LONGEST_STOP.toNanos();
    try {
      for (Thread thread : threads) {
        long rest = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        thread.join(Math.max(1, rest));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package city.xueliang.feeds.replay;

import city.xueliang.domain.text.Problem;
import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.send.BrokerCheck;
import city.xueliang.feeds.send.FeedCounts;
import city.xueliang.feeds.send.FeedProducer;
import city.xueliang.feeds.send.InterruptOnShutdown;
import city.xueliang.feeds.send.Pacer;
import city.xueliang.feeds.send.ProgressLine;
import city.xueliang.schemas.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;

/** One replay from opening the file to the summary. The results are exit codes of the command. */
final class ReplayRun {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_INPUT = 2;
  static final int BAD_ROWS = 3;
  static final int STOPPED = 130;

  private final Path path;
  private final Mapping mapping;
  private final Replay.Options options;
  private final Pacer pacer;
  private final Locale language;
  private final Texts texts;
  private final PrintStream out;
  private final PrintStream err;

  ReplayRun(
      Path path,
      Mapping mapping,
      Replay.Options options,
      Pacer pacer,
      Locale language,
      PrintStream out,
      PrintStream err) {
    this.path = path;
    this.mapping = mapping;
    this.options = options;
    this.pacer = pacer;
    this.language = language;
    this.texts = Texts.of(ReplayRun.class, language);
    this.out = out;
    this.err = err;
  }

  private interface Sending {
    int send(RecordedFile file) throws InterruptedException;
  }

  /** Reads and checks every row, and sends none. */
  int toNowhere() throws IOException, InterruptedException {
    return withFile(
        file -> {
          Rows rows = new Rows(file, err::println, Pacer.asFastAsPossible());
          rows.replay.run(RecordSink.NOWHERE);
          out.println(texts.text("summary-dry-run"));
          return rows.conclude();
        });
  }

  /** Sends the rows to this Kafka. */
  int to(String bootstrap) throws IOException, InterruptedException {
    return withFile(
        file -> {
          Optional<String> obstacle =
              BrokerCheck.obstacle(
                  bootstrap,
                  List.of(Topics.CAMERA_EVENTS, Topics.SENSOR_READINGS),
                  Texts.of(BrokerCheck.class, language));
          obstacle.ifPresent(err::println);
          return obstacle.isPresent() ? FAILED : send(file, bootstrap);
        });
  }

  private int withFile(Sending sending) throws IOException, InterruptedException {
    try (RecordedFile file = RecordedFile.open(path, mapping.separator(), mapping.charset())) {
      List<Problem> problems = file.problems(mapping.columns().toList());
      problems.forEach(problem -> err.println(problem.text(texts)));
      return problems.isEmpty() ? sending.send(file) : WRONG_INPUT;
    } catch (BadRowException e) {
      err.println(e.problem().text(texts));
      return WRONG_INPUT;
    }
  }

  private int send(RecordedFile file, String bootstrap) {
    InterruptOnShutdown shutdown = InterruptOnShutdown.watch();
    try {
      return sendAndConclude(file, new FeedProducer(bootstrap));
    } finally {
      // only now: the process must not be gone before the conclusion is told
      shutdown.close();
    }
  }

  private int sendAndConclude(RecordedFile file, FeedProducer producer) {
    ProgressLine progress = ProgressLine.start(err, language, producer, pacer);
    Rows rows = new Rows(file, progress::note, pacer);
    boolean stopped = false;
    try (producer;
        progress) {
      rows.replay.run(new ProducerSink(producer));
      producer.flush();
    } catch (InterruptedException | InterruptException e) {
      stopped = true;
    }
    int conclusion = rows.conclude();
    FeedCounts counts = producer.counts();
    if (stopped) {
      out.println(texts.text("stopped", counts.sent() - counts.acknowledged()));
      return STOPPED;
    }
    if (counts.errors() > 0) {
      err.println(texts.text("refused", counts.errors(), producer.firstError()));
      return FAILED;
    }
    return conclusion;
  }

  /** The parts that one replay is made of. */
  private final class Rows {
    private final BadRows badRows;
    private final RowReader reader;
    private final Replay replay;

    Rows(RecordedFile file, Consumer<String> lines, Pacer schedule) {
      this.badRows = new BadRows(texts, lines);
      this.reader = new RowReader(path.toString(), mapping, file.header());
      AvroRecords records = new AvroRecords(String.valueOf(path.getFileName()));
      this.replay = new Replay(file, reader, records, badRows, options, schedule);
    }

    int conclude() {
      ReplaySummary.lines(texts, replay, badRows, reader.clockChanges()).forEach(out::println);
      return badRows.total() > 0 ? BAD_ROWS : DONE;
    }
  }
}

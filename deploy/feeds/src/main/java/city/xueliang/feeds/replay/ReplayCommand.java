package city.xueliang.feeds.replay;

import city.xueliang.domain.config.ConfigTexts;
import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.send.Pacer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code feeds replay}. Ends with 0 if every row was sent or had no value, 1 if Kafka could not be
 * reached or refused records, 2 if command line, mapping or header are wrong, 3 if any row was bad,
 * 130 if it was stopped.
 */
@Command(name = "replay", resourceBundle = ReplayCommand.HELP)
public final class ReplayCommand implements Callable<Integer> {
  static final String HELP = "city.xueliang.feeds.replay.texts";

  private final Locale language;
  private final Texts texts;
  private final Clock clock;
  private final PrintStream out;
  private final PrintStream err;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
  private Path file;

  @Option(names = "--mapping", required = true, paramLabel = "MAPPING.yaml")
  private Path mappingFile;

  @Option(names = "--bootstrap", defaultValue = "127.0.0.1:19092", paramLabel = "HOST:PORT")
  private String bootstrap;

  @Option(names = "--pace", defaultValue = "max", paramLabel = "original|N|max")
  private String pace;

  @Option(names = "--times", defaultValue = "recorded", paramLabel = "recorded|shifted")
  private String times;

  @Option(names = "--limit", paramLabel = "N")
  private long limit = Long.MAX_VALUE;

  @Option(names = "--strict")
  private boolean strict;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  @SuppressWarnings("UnusedVariable") // only picocli reads it
  private boolean help;

  /**
   * A command.
   *
   * @param clock tells now, when the recording is shifted to
   * @param out for what became of the rows
   * @param err for bad rows and progress
   */
  public ReplayCommand(Locale language, Clock clock, PrintStream out, PrintStream err) {
    this.language = language;
    this.texts = Texts.of(ReplayCommand.class, language);
    this.clock = clock;
    this.out = out;
    this.err = err;
  }

  /** The command with its messages and its help in this language. */
  public static CommandLine commandLine(Locale language) {
    ResourceBundle help = Texts.of(ReplayCommand.class, language).bundle();
    return new CommandLine(new ReplayCommand(language, Clock.systemUTC(), System.out, System.err))
        .setResourceBundle(help);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Pacer pacer = Pace.parse(pace).orElseThrow(() -> wrong("pace-wrong", pace));
    if (limit < 0) {
      throw wrong("limit-wrong", limit);
    }
    Replay.Options options = new Replay.Options(startAt(), limit, strict);
    Optional<Mapping> mapping = mapping();
    if (mapping.isEmpty()) {
      return ReplayRun.WRONG_INPUT;
    }
    if (!Files.isRegularFile(file)) {
      throw wrong("file-absent", file);
    }
    ReplayRun run = new ReplayRun(file, mapping.get(), options, pacer, language, out, err);
    return dryRun ? run.toNowhere() : run.to(bootstrap);
  }

  private Optional<Instant> startAt() {
    return switch (times) {
      case "recorded" -> Optional.empty();
      case "shifted" -> Optional.of(clock.instant());
      default -> throw wrong("times-wrong", times);
    };
  }

  private Optional<Mapping> mapping() throws IOException {
    MappingReader.Result read;
    try {
      read = MappingReader.read(mappingFile.toString(), Files.readString(mappingFile));
    } catch (NoSuchFileException e) {
      throw wrong("mapping-absent", mappingFile);
    } catch (MalformedInputException e) {
      throw wrong("mapping-charset", mappingFile);
    }
    ConfigTexts problemTexts = new ConfigTexts(ReplayCommand.class, language);
    read.problems().forEach(problem -> err.println(problemTexts.text(problem)));
    return read.mapping();
  }

  private ParameterException wrong(String key, Object... arguments) {
    return new ParameterException(spec.commandLine(), texts.text(key, arguments));
  }
}

package city.xueliang.feeds.registry;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What one run of the command answered. */
record CommandRun(int exitCode, String out, String err) {

  static CommandRun english(WrittenFiles files, String... options) {
    return run(Locale.ENGLISH, files, options);
  }

  static CommandRun chinese(WrittenFiles files, String... options) {
    return run(Locale.SIMPLIFIED_CHINESE, files, options);
  }

  private static CommandRun run(Locale language, WrittenFiles files, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        PublishCommand.commandLine(language)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    String[] arguments =
        Stream.concat(Stream.of(options), files.paths().stream().map(Object::toString))
            .toArray(String[]::new);
    int exitCode = command.execute(arguments);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}

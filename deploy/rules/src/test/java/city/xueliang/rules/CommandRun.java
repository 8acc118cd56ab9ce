package city.xueliang.rules;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.stream.Stream;

/** What one run of the command answered. */
record CommandRun(int exitCode, String out, String err) {

  static CommandRun english(Object... arguments) {
    return run(Locale.ENGLISH, arguments);
  }

  static CommandRun run(Locale language, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Rules.commandLine(language)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}

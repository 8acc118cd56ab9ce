package city.xueliang.feeds;

import city.xueliang.domain.text.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;

/** How the process of a command begins and ends. */
public final class CommandMain {
  private CommandMain() {}

  /**
   * Runs a command line in the user's language and ends the process with its exit code.
   *
   * @param command in a language
   */
  public static void run(Function<Locale, CommandLine> command, String[] arguments) {
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    CommandLine commandLine = command.apply(Texts.language(System.getenv("XUELIANG_LANG")));
    commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(commandLine.execute(arguments));
  }

  /** Chinese must come out right whatever character set the shell claims. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}

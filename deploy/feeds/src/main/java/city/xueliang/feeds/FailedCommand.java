package city.xueliang.feeds;

import city.xueliang.domain.text.Texts;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells in one sentence of a file that cannot be read; lets every other failure out. */
public final class FailedCommand implements IExecutionExceptionHandler {
  private final Texts texts;

  public FailedCommand(Locale language) {
    this.texts = Texts.of(FailedCommand.class, language);
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (failure instanceof IOException) {
      command
          .getErr()
          .println(
              texts.text("file-failed", failure.getClass().getSimpleName(), failure.getMessage()));
      return command.getCommandSpec().exitCodeOnExecutionException();
    }
    throw failure;
  }
}

package city.xueliang.feeds;

import city.xueliang.domain.text.Texts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells in the user's language what is wrong with a command line, and where help is. */
public final class WrongCommandLine implements IParameterExceptionHandler {
  private final Texts texts;

  public WrongCommandLine(Locale language) {
    this.texts = Texts.of(WrongCommandLine.class, language);
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(reason(failure));
    err.println(texts.text("help-hint", command.getCommandSpec().qualifiedName()));
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private String reason(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return texts.text("arguments-unknown", String.join(" ", unmatched.getUnmatched()));
    }
    if (failure instanceof MissingParameterException missing) {
      String names =
          missing.getMissing().stream()
              .map(WrongCommandLine::name)
              .collect(Collectors.joining(", "));
      return texts.text("arguments-missing", names);
    }
    if (failure.getArgSpec() != null && failure.getValue() != null) {
      return texts.text("argument-wrong", name(failure.getArgSpec()), failure.getValue());
    }
    // thrown by a command itself, already in the user's language
    return failure.getMessage();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}

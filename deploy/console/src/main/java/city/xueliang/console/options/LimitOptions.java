package city.xueliang.console.options;

import city.xueliang.console.limit.Limits;
import city.xueliang.console.limit.Rate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How much may be asked for; {@link Limits#DEFAULT} unless said otherwise. */
final class LimitOptions {
  private static final Pattern RATE = Pattern.compile("([0-9]{1,9})/([0-9]{1,6}(\\.[0-9]{1,3})?)");

  @Option(names = "--limit-reads", paramLabel = "BURST/PER_SECOND", descriptionKey = "limit-reads")
  private String reads;

  @Option(
      names = "--limit-writes",
      paramLabel = "BURST/PER_SECOND",
      descriptionKey = "limit-writes")
  private String writes;

  @Option(
      names = "--limit-exports",
      paramLabel = "BURST/PER_SECOND",
      descriptionKey = "limit-exports")
  private String exports;

  @Option(
      names = "--limit-sign-ins",
      paramLabel = "BURST/PER_SECOND",
      descriptionKey = "limit-sign-ins")
  private String signIns;

  @Option(
      names = "--limit-streams-per-seat",
      paramLabel = "N",
      descriptionKey = "limit-streams-per-seat")
  private Integer streamsPerSeat;

  @Option(names = "--limit-streams", paramLabel = "N", descriptionKey = "limit-streams")
  private Integer streams;

  Limits limits() throws WrongOptionException {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        rate("--limit-reads", reads, usual.reads()),
        rate("--limit-writes", writes, usual.writes()),
        rate("--limit-exports", exports, usual.exports()),
        rate("--limit-sign-ins", signIns, usual.signIns()),
        count("--limit-streams-per-seat", streamsPerSeat, usual.streamsPerSeat()),
        count("--limit-streams", streams, usual.streams()));
  }

  private static Rate rate(String option, String text, Rate usual) throws WrongOptionException {
    if (text == null) {
      return usual;
    }
    Matcher parts = RATE.matcher(text);
    if (parts.matches()) {
      try {
        return new Rate(Integer.parseInt(parts.group(1)), Double.parseDouble(parts.group(2)));
      } catch (IllegalArgumentException e) {
        throw new WrongOptionException("wrong-rate", option, text);
      }
    }
    throw new WrongOptionException("wrong-rate", option, text);
  }

  private static int count(String option, Integer count, int usual) throws WrongOptionException {
    if (count != null && count < 1) {
      throw new WrongOptionException("wrong-count", option, count);
    }
    return count == null ? usual : count;
  }
}

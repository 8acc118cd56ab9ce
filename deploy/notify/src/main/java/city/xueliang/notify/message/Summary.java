package city.xueliang.notify.message;

import city.xueliang.notify.happening.Happening;
import city.xueliang.notify.message.Message.Kind;
import city.xueliang.notify.message.Message.Line;
import city.xueliang.schemas.Colour;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Many messages in one: how many of which colour and what happened, and the gravest by name. Keeps
 * counts and {@value #NAMED} titles, however many are added.
 */
public final class Summary {
  /** Fits the 4,096 bytes that WeCom takes. */
  private static final int NAMED = 10;

  /** RED first; ends last, for nobody need act on them. */
  private static final Comparator<Named> GRAVEST_FIRST =
      Comparator.comparing((Named named) -> named.message.isEnd())
          .thenComparing(named -> rank(named.message.colour()))
          .thenComparing(named -> named.number);

  private final Words words;
  private final Map<Colour, Integer> colours = new EnumMap<>(Colour.class);
  private final Map<Happening, Integer> happenings = new EnumMap<>(Happening.class);
  private final TreeSet<Named> gravest = new TreeSet<>(GRAVEST_FIRST);
  private final MessageDigest digest;
  private int number;

  public Summary(Locale language, ZoneId zone) {
    this.words = new Words(language, zone);
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public boolean isEmpty() {
    return number == 0;
  }

  public void add(Message message) {
    number++;
    digest.update((message.key() + "\n").getBytes(StandardCharsets.UTF_8));
    colours.merge(message.colour(), 1, Integer::sum);
    message.happening().ifPresent(happening -> happenings.merge(happening, 1, Integer::sum));
    gravest.add(new Named(number, message));
    if (gravest.size() > NAMED) {
      gravest.pollLast();
    }
  }

  /** The one message itself if there was only one. Called once, at the end. */
  public Message message() {
    if (number == 1) {
      return gravest.first().message;
    }
    Colour highest =
        colours.keySet().stream().min(Comparator.comparing(Summary::rank)).orElse(Colour.UNKNOWN);
    String counts =
        colours.entrySet().stream()
            .sorted(Comparator.comparing(entry -> rank(entry.getKey())))
            .map(
                entry ->
                    words.text(
                        "summary.count",
                        entry.getValue(),
                        Words.sign(entry.getKey()),
                        words.word(entry.getKey())))
            .collect(Collectors.joining(words.text("comma")));
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(words.text("label.colours"), counts));
    lines.add(
        new Line(
            words.text("label.happenings"),
            happenings.entrySet().stream()
                .map(
                    entry ->
                        words.text(
                            "summary.happening", entry.getValue(), words.word(entry.getKey())))
                .collect(Collectors.joining(words.text("comma")))));
    gravest.forEach(named -> lines.add(new Line("", named.message.title())));
    if (number > gravest.size()) {
      lines.add(new Line("", words.text("summary.rest", number - gravest.size())));
    }
    String key = "summary-" + HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    return new Message(
        Kind.SUMMARY,
        key,
        Optional.empty(),
        highest,
        words.language(),
        words.text("summary.title", Words.sign(highest), number, counts),
        lines,
        Optional.empty());
  }

  private static int rank(Colour colour) {
    return switch (colour) {
      case RED -> 0;
      case ORANGE -> 1;
      case YELLOW -> 2;
      case BLUE -> 3;
      case UNKNOWN -> 4;
    };
  }

  private record Named(int number, Message message) {}
}

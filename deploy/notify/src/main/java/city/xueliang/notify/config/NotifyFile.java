package city.xueliang.notify.config;

import city.xueliang.domain.config.YamlDocument;
import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.domain.text.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads the YAML file of channels: a mapping with {@code channels} and, if wanted, {@code
 * timeZone}. Each channel has {@code id}, {@code type} and, if wanted, {@code language}, {@code
 * filter}, {@code perMinute}, {@code timeout} and {@code retryFor}; the other keys depend on the
 * type. Secrets never stand in the file: keys that end in {@code From} name environment variables.
 */
public final class NotifyFile {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final String CITY_ZONE = "Asia/Shanghai";
  private static final Duration LONGEST_RETRY = Duration.ofDays(7);
  private static final int MOST_PER_MINUTE = 6_000;

  /** DingTalk and WeCom take no more of a robot; people cannot read more. */
  private static final int PER_MINUTE_FOR_PEOPLE = 20;

  private static final int PER_MINUTE_FOR_MACHINES = 600;

  private final Map<String, Integer> lineOfId = new HashMap<>();
  private final TargetReader targets;

  private NotifyFile(UnaryOperator<String> environment) {
    this.targets = new TargetReader(environment);
  }

  /**
   * Reads a file.
   *
   * @param environment value of a variable, or null
   * @throws InvalidNotifyConfigException with every problem, if there is any
   */
  public static NotifyConfig read(Path file, UnaryOperator<String> environment)
      throws IOException, InvalidNotifyConfigException {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8), environment);
    } catch (CharacterCodingException e) {
      throw new InvalidNotifyConfigException(
          List.of(Problem.of(file.toString(), 0, "", "notify-encoding")));
    }
  }

  /** Reads channels from the text of a file with this name. */
  public static NotifyConfig parse(String file, String text, UnaryOperator<String> environment)
      throws InvalidNotifyConfigException {
    YamlDocument document = YamlDocument.parse(file, text);
    YamlMapping root = document.root().mapping();
    NotifyFile reader = new NotifyFile(environment);
    Optional<ZoneId> zone = zone(root.optional("timeZone"));
    List<ChannelConfig> channels = new ArrayList<>();
    YamlValue list = root.required("channels");
    List<YamlValue> items = list.list();
    items.forEach(value -> reader.channel(value).ifPresent(channels::add));
    if (list.isPresent() && items.isEmpty()) {
      list.problem("notify-no-channel");
    }
    root.refuseOtherKeys();
    if (!document.problems().isEmpty()) {
      throw new InvalidNotifyConfigException(document.problems());
    }
    return new NotifyConfig(zone.orElse(ZoneId.of(CITY_ZONE)), channels);
  }

  private static Optional<ZoneId> zone(YamlValue value) {
    return value
        .string()
        .flatMap(
            name -> {
              try {
                return Optional.of(ZoneId.of(name));
              } catch (DateTimeException e) {
                value.problem("notify-zone", name);
                return Optional.empty();
              }
            });
  }

  private Optional<ChannelConfig> channel(YamlValue value) {
    YamlMapping keys = value.mapping();
    Optional<String> id = id(keys.required("id"));
    Optional<ChannelType> type = keys.required("type").choice(ChannelType.class);
    Locale language =
        keys.optional("language")
            .choice(Language.class)
            .map(Language::locale)
            .orElse(Locale.SIMPLIFIED_CHINESE);
    Filter filter = FilterReader.read(keys.optional("filter"));
    int usual =
        type.filter(ChannelType.WEBHOOK::equals).isPresent()
            ? PER_MINUTE_FOR_MACHINES
            : PER_MINUTE_FOR_PEOPLE;
    long perMinute = keys.optional("perMinute").integer(1, MOST_PER_MINUTE).orElse(usual);
    Duration timeout =
        keys.optional("timeout")
            .duration(Duration.ofMillis(100), Duration.ofMinutes(1))
            .orElse(Duration.ofSeconds(10));
    Duration retryFor =
        keys.optional("retryFor")
            .duration(Duration.ZERO, LONGEST_RETRY)
            .orElse(Duration.ofHours(1));
    Optional<Target> target = type.flatMap(kind -> targets.read(kind, keys));
    if (type.isPresent()) {
      // Without a type it is not known which keys the channel may have.
      keys.refuseOtherKeys();
    }
    if (id.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ChannelConfig(
            id.get(), language, target.get(), filter, (int) perMinute, timeout, retryFor));
  }

  private Optional<String> id(YamlValue value) {
    Optional<String> id = value.string();
    id.filter(text -> !ID.matcher(text).matches())
        .ifPresent(text -> value.problem("notify-id", text));
    id.map(text -> lineOfId.putIfAbsent(text, value.line()))
        .ifPresent(line -> value.problem("notify-twice", id.get(), line));
    return id;
  }

  /** The languages that there are texts in. */
  private enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
      this.locale = locale;
    }

    Locale locale() {
      return locale;
    }
  }
}

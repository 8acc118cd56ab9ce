package city.xueliang.notify.config;

import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.notify.happening.Happening;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the {@code filter} of a channel; without one, everything of note is told. */
final class FilterReader {
  private static final Pattern PLACE = Pattern.compile("\\d{2,15}|[A-Za-z][A-Za-z0-9-]*");

  private FilterReader() {}

  static Filter read(YamlValue value) {
    YamlMapping keys = value.mapping();
    Colour atLeast = keys.optional("atLeast").choice(Colour.class).orElse(Colour.BLUE);
    Set<CommandLevel> levels = choices(keys.optional("commandLevels"), CommandLevel.class);
    List<String> places = places(keys.optional("places"));
    Set<Happening> happenings = choices(keys.optional("happenings"), Happening.class);
    keys.refuseOtherKeys();
    return new Filter(
        atLeast, levels, places, happenings.isEmpty() ? Happening.TOLD_BY_DEFAULT : happenings);
  }

  private static <E extends Enum<E>> Set<E> choices(YamlValue value, Class<E> type) {
    Set<E> choices = EnumSet.noneOf(type);
    List<YamlValue> items = value.list();
    items.forEach(item -> item.choice(type).ifPresent(choices::add));
    refuseEmpty(value, items);
    return choices;
  }

  private static List<String> places(YamlValue value) {
    List<String> places = new ArrayList<>();
    List<YamlValue> items = value.list();
    for (YamlValue item : items) {
      item.string()
          .ifPresent(
              code -> {
                if (!PLACE.matcher(code).matches()) {
                  item.problem("notify-place", code);
                }
                places.add(code);
              });
    }
    refuseEmpty(value, items);
    return places;
  }

  /** Whoever writes an empty list may mean nothing or all. */
  private static void refuseEmpty(YamlValue value, List<YamlValue> items) {
    if (value.isPresent() && items.isEmpty()) {
      value.problem("notify-empty-list");
    }
  }
}

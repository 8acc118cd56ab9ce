package city.xueliang.console.history;

import city.xueliang.console.access.Seat;
import city.xueliang.console.city.CityPlaces;
import city.xueliang.console.history.History.Point;
import city.xueliang.console.history.History.Series;
import city.xueliang.console.history.History.State;
import city.xueliang.console.history.HistoryTable.About;
import city.xueliang.console.history.HistoryTable.Row;
import city.xueliang.console.page.PageTexts;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.text.Texts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts a history into the words of a reader. Not for use by two threads at once. */
final class TableWriter {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);
  private static final Pattern NOT_IN_FILE_NAMES = Pattern.compile("[^\\p{L}\\p{N}._-]+");
  private static final List<String> COLUMNS =
      List.of("place", "name", "span", "at", "was", "value", "state", "heard");

  private final CityPlaces places;
  private final ZoneId zone;
  private final Locale language;
  private final Texts texts;
  private final Texts names;

  TableWriter(CityPlaces places, ZoneId zone, Locale language) {
    this.places = places;
    this.zone = zone;
    this.language = language;
    this.texts = Texts.of(TableWriter.class, language);
    this.names = PageTexts.in(language);
  }

  /**
   * All that the files hold.
   *
   * @param seat that asks for them
   */
  HistoryTable table(History history, Seat seat, Instant now) {
    return new HistoryTable(
        fileName(history, names.text("measure." + history.measure()), placesInFileName(history)),
        fileName(history, history.measure(), history.series().get(0).place()),
        texts.text("sheet.history"),
        COLUMNS.stream().map(column -> column(column, history)).toList(),
        texts.text("column.offset"),
        rows(history),
        texts.text("sheet.about"),
        about(history, seat, now));
  }

  private String column(String column, History history) {
    return column.equals("value") ? valueName(history) : texts.text("column." + column);
  }

  private String valueName(History history) {
    String name =
        texts.text(
            "value",
            names.text("measure." + history.measure()),
            names.text("field." + history.field()));
    return history.unit() == null
        ? name
        : texts.text("value.unit", name, names.text("unit." + history.unit()));
  }

  private List<Row> rows(History history) {
    List<Row> rows = new ArrayList<>();
    for (Series series : history.series()) {
      String name = name(series.place());
      String span = names.text("compare." + series.compare());
      series.points().forEach(point -> rows.add(row(series, name, span, point)));
    }
    return rows;
  }

  private Row row(Series series, String name, String span, Point point) {
    boolean hasWindow = point.was() != null || series.compare() == Compare.NONE;
    return new Row(
        series.place(),
        name,
        span,
        local(point.at()),
        hasWindow ? local(point.was() == null ? point.at() : point.was()) : null,
        point.value(),
        names.text("point." + point.state()),
        point.state() == State.COMPLETE || point.state() == State.QUIET,
        point.heard());
  }

  private List<About> about(History history, Seat seat, Instant now) {
    Stream<About> asked =
        Stream.of(
            line("value", valueName(history)),
            line("span", time(history.from()) + " – " + time(history.to())),
            line("window", names.text("window." + history.window())),
            line("zone", zone.getId()),
            line("made-at", time(now.toEpochMilli())),
            line("seat", seat.id()));
    Stream<About> ofPlaces =
        history.series().stream()
            .map(Series::place)
            .distinct()
            .map(place -> line("place", texts.text("place", name(place), place)));
    Stream<About> compared =
        history.series().stream()
            .map(Series::compare)
            .filter(compare -> compare != Compare.NONE)
            .distinct()
            .map(compare -> line("compare", names.text("compare." + compare)));
    Stream<About> states =
        Stream.of(State.values())
            .map(
                state ->
                    new About(
                        names.text("point." + state),
                        texts.text("state." + state, count(history, state))));
    return Stream.of(ofPlaces, asked, compared, states).flatMap(lines -> lines).toList();
  }

  private About line(String label, String text) {
    return new About(texts.text("about." + label), text);
  }

  private static long count(History history, State state) {
    return history.series().stream()
        .flatMap(series -> series.points().stream())
        .filter(point -> point.state() == state)
        .count();
  }

  private String placesInFileName(History history) {
    List<String> codes = history.series().stream().map(Series::place).distinct().toList();
    String first = name(codes.get(0));
    return codes.size() == 1 ? first : texts.text("file.places", first, codes.size());
  }

  private String fileName(History history, String measure, String place) {
    String name =
        String.join(
            "-",
            measure,
            history.field(),
            place,
            DAY.format(local(history.from())),
            DAY.format(local(history.to() - 1)));
    return NOT_IN_FILE_NAMES.matcher(name).replaceAll("_");
  }

  private String name(String code) {
    return places.find(code).map(this::name).orElse(code);
  }

  private String name(Place place) {
    boolean isEnglish = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return isEnglish && place.nameEn() != null ? place.nameEn() : place.nameZh();
  }

  private String time(long epochMillis) {
    return TIME.format(local(epochMillis));
  }

  private OffsetDateTime local(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).atZone(zone).toOffsetDateTime();
  }
}

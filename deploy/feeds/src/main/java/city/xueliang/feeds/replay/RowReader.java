package city.xueliang.feeds.replay;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.text.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Turns the rows of one file into {@link RecordedRow}s. A row whose value is empty tells nothing:
 * it yields nothing and is no mistake. Everything else that is empty or wrong is one.
 */
final class RowReader {
  private final String file;
  private final Mapping mapping;
  private final List<String> header;
  private final ClockChanges clockChanges = new ClockChanges();

  /**
   * A reader for a file.
   *
   * @param file path as the user gave it
   * @param header names of the columns, all of {@link Mapping#columns()} among them
   */
  RowReader(String file, Mapping mapping, List<String> header) {
    this.file = file;
    this.mapping = mapping;
    this.header = List.copyOf(header);
  }

  /** The local times of all rows read until now that a change of the clocks skipped or doubled. */
  ClockChanges clockChanges() {
    return clockChanges;
  }

  /**
   * Reads a row.
   *
   * @param line of the file, from 1
   * @param cells of the row, from the left
   * @return nothing if the row has no value
   */
  Optional<RecordedRow> read(long line, List<String> cells) throws BadRowException {
    Row row = new Row(line, cells);
    Moment time = row.required(mapping.time());
    String device = row.required(mapping.device());
    Measure measure = row.required(mapping.measure());
    OptionalDouble value = row.optional(mapping.value());
    if (value.isEmpty() && measure.isValued()) {
      if (mapping.value().isEmpty()) {
        throw row.bad(mapping.measure().column(), "count-needed", measure);
      }
      return Optional.empty();
    }
    row.checkRange(measure, value);
    OptionalDouble confidence = row.optional(mapping.confidence());
    Moment received = row.received().orElse(time);
    clockChanges.add(time);
    return Optional.of(
        new RecordedRow(
            line, device, measure, time.epochMillis(), received.epochMillis(), value, confidence));
  }

  private final class Row {
    private final long line;
    private final List<String> cells;

    Row(long line, List<String> cells) {
      this.line = line;
      this.cells = cells;
    }

    <T> T required(Source<T> source) throws BadRowException {
      String text = text(source);
      if (!source.isConstant() && isMissing(text)) {
        throw bad(source.column(), "cell-empty");
      }
      return read(source, text);
    }

    OptionalDouble optional(Optional<Source<Double>> source) throws BadRowException {
      if (source.isEmpty()) {
        return OptionalDouble.empty();
      }
      String text = text(source.get());
      return !source.get().isConstant() && isMissing(text)
          ? OptionalDouble.empty()
          : OptionalDouble.of(read(source.get(), text));
    }

    Optional<Moment> received() throws BadRowException {
      if (mapping.received().isEmpty() || isMissing(text(mapping.received().get()))) {
        return Optional.empty();
      }
      Source<Moment> source = mapping.received().get();
      return Optional.of(read(source, text(source)));
    }

    void checkRange(Measure measure, OptionalDouble value) throws BadRowException {
      if (value.isEmpty()) {
        return;
      }
      double number = value.getAsDouble();
      String column = mapping.value().map(Source::column).orElse("");
      if (!measure.allows(number)) {
        throw bad(
            column,
            "out-of-range",
            Numbers.plain(number),
            measure,
            Numbers.plain(measure.least()),
            Numbers.plain(measure.greatest()));
      }
      if (measure.sender() == ModelClass.CAMERA && number != Math.rint(number)) {
        throw bad(column, "count-not-whole", Numbers.plain(number));
      }
    }

    private <T> T read(Source<T> source, String text) throws BadRowException {
      try {
        return source.reading().read(text);
      } catch (BadValueException e) {
        throw bad(source.column(), e.key(), e.arguments());
      }
    }

    private String text(Source<?> source) throws BadRowException {
      if (source.isConstant()) {
        return "";
      }
      int index = header.indexOf(source.column());
      if (index >= cells.size()) {
        throw bad(source.column(), "cell-absent", cells.size(), header.size());
      }
      return cells.get(index).strip();
    }

    private boolean isMissing(String text) {
      return text.isEmpty() || mapping.missing().contains(text);
    }

    private BadRowException bad(String column, String key, Object... arguments) {
      return new BadRowException(Problem.of(file, (int) line, column, key, arguments));
    }
  }
}

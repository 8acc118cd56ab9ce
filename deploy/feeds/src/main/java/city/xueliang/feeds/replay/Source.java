package city.xueliang.feeds.replay;

import java.util.Optional;

/**
 * Where one part of a record comes from: the text of a column, or the same for every row.
 *
 * @param column name in the file's header; empty for a constant
 * @param constant the same for every row; absent if a column is read
 * @param reading what becomes of the column's text
 */
record Source<T>(String column, Optional<T> constant, Reading<T> reading) {

  /** Turns text into a value. */
  interface Reading<T> {
    T read(String text) throws BadValueException;
  }

  static <T> Source<T> column(String column, Reading<T> reading) {
    return new Source<>(column, Optional.empty(), reading);
  }

  static <T> Source<T> always(T value) {
    return new Source<>("", Optional.of(value), text -> value);
  }

  boolean isConstant() {
    return constant.isPresent();
  }
}

package city.xueliang.feeds.replay;

import city.xueliang.domain.observation.Measure;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the rows of a recorded file become records.
 *
 * @param separator between the columns
 * @param missing texts that stand for no value, beside the empty one
 * @param received when the record was taken in; absent if that is when it occurred
 * @param value a reading's value, or an event's count; always there for a quantity
 * @param confidence of an event, 0 to 1
 */
record Mapping(
    char separator,
    Charset charset,
    Set<String> missing,
    Source<Moment> time,
    Optional<Source<Moment>> received,
    Source<String> device,
    Source<Measure> measure,
    Optional<Source<Double>> value,
    Optional<Source<Double>> confidence) {

  /** The columns that a file must have. */
  Stream<String> columns() {
    return Stream.of(
            Optional.of(time),
            received,
            Optional.of(device),
            Optional.of(measure),
            value,
            confidence)
        .flatMap(Optional::stream)
        .map(Source::column)
        .filter(column -> !column.isEmpty())
        .distinct();
  }
}

package city.xueliang.domain.rule;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parts of which the serial forms of this package are made. */
final class RulePortions {
  private RulePortions() {}

  /** How one item of a list is written. */
  interface ItemWriter<T> {
    void write(T item, DataOutput out) throws IOException;
  }

  /** How one item of a list is read. */
  interface ItemReader<T> {
    T read(DataInput in) throws IOException;
  }

  static <T> void writeAll(Collection<T> items, ItemWriter<T> writer, DataOutput out)
      throws IOException {
    Varints.write(items.size(), out);
    for (T item : items) {
      writer.write(item, out);
    }
  }

  static <T> List<T> readAll(ItemReader<T> reader, DataInput in) throws IOException {
    List<T> items = new ArrayList<>();
    for (long left = Varints.read(in); left > 0; left--) {
      items.add(reader.read(in));
    }
    return items;
  }

  /** Sorted, so that equal sets have equal bytes. */
  static void writeTexts(Set<String> texts, DataOutput out) throws IOException {
    writeAll(texts.stream().sorted().toList(), (text, to) -> to.writeUTF(text), out);
  }

  static Set<String> readTexts(DataInput in) throws IOException {
    return new LinkedHashSet<>(readAll(DataInput::readUTF, in));
  }

  static <E extends Enum<E>> void writeNames(Set<E> values, DataOutput out) throws IOException {
    writeAll(values.stream().sorted().toList(), RulePortions::writeEnum, out);
  }

  static <E extends Enum<E>> Set<E> readNames(Class<E> type, DataInput in) throws IOException {
    return new LinkedHashSet<>(readAll(from -> readEnum(type, from), in));
  }

  /** By name: the order of an enum may change. */
  static void writeEnum(Enum<?> value, DataOutput out) throws IOException {
    out.writeUTF(value.name());
  }

  static <E extends Enum<E>> E readEnum(Class<E> type, DataInput in) throws IOException {
    return Enum.valueOf(type, in.readUTF());
  }

  static void writeMeasure(Measure measure, DataOutput out) throws IOException {
    out.writeByte(measure.code());
  }

  static Measure readMeasure(DataInput in) throws IOException {
    return Measure.ofCode(in.readByte());
  }

  static void writeSpan(Duration span, DataOutput out) throws IOException {
    Varints.write(span.toMillis(), out);
  }

  static Duration readSpan(DataInput in) throws IOException {
    return Duration.ofMillis(Varints.read(in));
  }

  static void writeName(Name name, DataOutput out) throws IOException {
    out.writeUTF(name.zh());
    out.writeUTF(name.en());
  }

  static Name readName(DataInput in) throws IOException {
    return new Name(in.readUTF(), in.readUTF());
  }

  static void writeSign(Sign sign, DataOutput out) throws IOException {
    writeMeasure(sign.measure(), out);
    out.writeDouble(sign.atLeast());
  }

  static Sign readSign(DataInput in) throws IOException {
    return new Sign(readMeasure(in), in.readDouble());
  }
}

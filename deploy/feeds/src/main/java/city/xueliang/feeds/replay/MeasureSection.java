package city.xueliang.feeds.replay;

import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads what a row tells: {@code kind} with {@code count} and {@code confidence}, or {@code
 * quantity} with {@code value}. Each is either written as it is or {@code column: NAME}.
 */
record MeasureSection(
    Optional<Source<Measure>> measure,
    Optional<Source<Double>> value,
    Optional<Source<Double>> confidence) {

  static MeasureSection read(YamlValue whole, YamlMapping root) {
    if (root.has("kind") == root.has("quantity")) {
      if (whole.isMapping()) {
        whole.problem("kind-or-quantity");
      }
      return new MeasureSection(Optional.empty(), Optional.empty(), Optional.empty());
    }
    return root.has("kind") ? event(root) : reading(root);
  }

  /** Whether it is known at least of which sort the records are. */
  boolean isKnown() {
    return measure.isPresent();
  }

  private static MeasureSection event(YamlMapping root) {
    YamlValue kind = root.required("kind");
    Optional<Source<Measure>> measure = measure(kind, ModelClass.CAMERA);
    boolean counts = measure.flatMap(Source::constant).map(Measure::isValued).orElse(false);
    YamlValue count = counts ? root.required("count") : root.optional("count");
    return new MeasureSection(
        measure,
        number(count, Numbers::decimal),
        number(root.optional("confidence"), Numbers::share));
  }

  private static MeasureSection reading(YamlMapping root) {
    return new MeasureSection(
        measure(root.required("quantity"), ModelClass.SENSOR),
        number(root.required("value"), Numbers::decimal),
        Optional.empty());
  }

  private static Optional<Source<Measure>> measure(YamlValue value, ModelClass sender) {
    if (!value.isMapping()) {
      return value.choice(measuresOf(sender)).map(Source::always);
    }
    YamlMapping keys = value.mapping();
    Optional<String> column = keys.required("column").string();
    Map<String, Measure> names = new HashMap<>();
    measuresOf(sender).forEach(measure -> names.put(measure.name(), measure));
    keys.optional("names")
        .mapping()
        .forEach(
            (name, measure) ->
                measure.choice(measuresOf(sender)).ifPresent(known -> names.put(name, known)));
    keys.refuseOtherKeys();
    return column.map(name -> Source.column(name, named(names)));
  }

  private static Source.Reading<Measure> named(Map<String, Measure> names) {
    String allowed = names.keySet().stream().sorted().collect(Collectors.joining(", "));
    return text -> {
      Measure measure = names.get(text);
      if (measure == null) {
        throw new BadValueException("measure-unknown", BadValueException.shown(text), allowed);
      }
      return measure;
    };
  }

  private static Optional<Source<Double>> number(YamlValue value, Source.Reading<Double> reading) {
    if (value.isMapping()) {
      YamlMapping keys = value.mapping();
      Optional<String> column = keys.required("column").string();
      keys.refuseOtherKeys();
      return column.map(name -> Source.column(name, reading));
    }
    Optional<String> text = value.string();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Source.always(reading.read(text.get())));
    } catch (BadValueException e) {
      value.problem(e.key(), e.arguments());
      return Optional.empty();
    }
  }

  private static List<Measure> measuresOf(ModelClass sender) {
    return Arrays.stream(Measure.values()).filter(measure -> measure.sender() == sender).toList();
  }
}

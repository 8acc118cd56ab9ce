package city.xueliang.domain.state;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.detector.threshold.ThresholdState;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.observation.RecordId;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Colour;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Records of any content are read as they were written; sketches and tables have tests apart. */
class AnyRecordTest {
  @Property
  void anObservation(
      @ForAll("codes") String device,
      @ForAll Measure measure,
      @ForAll long occurredAt,
      @ForAll long receivedAt,
      @ForAll double value,
      @ForAll long high,
      @ForAll long low)
      throws Exception {
    assertReadAsWritten(
        new Observation.Form(),
        new Observation(device, measure, occurredAt, receivedAt, value, new RecordId(high, low)));
  }

  @Property
  void aDevice(
      @ForAll("codes") String id,
      @ForAll("codes") String grid,
      @ForAll ModelClass modelClass,
      @ForAll int interval,
      @ForAll("codes") String segment,
      @ForAll long since,
      @ForAll long retiredAt)
      throws Exception {
    assertReadAsWritten(
        new Device.Form(), new Device(id, grid, modelClass, interval, segment, since, retiredAt));
  }

  @Property
  void aStandWithAThreshold(
      @ForAll ThresholdState.Phase phase,
      @ForAll long since,
      @ForAll long newest,
      @ForAll double value)
      throws Exception {
    assertReadAsWritten(new ThresholdState.Form(), new ThresholdState(phase, since, newest, value));
  }

  @Property
  void aSignal(@ForAll("signals") Signal signal) throws Exception {
    assertReadAsWritten(new Signal.Form(), signal);
  }

  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.strings().ofMaxLength(30);
  }

  @Provide
  Arbitrary<Signal> signals() {
    return Combinators.combine(
            Arbitraries.of(Signal.Kind.class),
            codes(),
            Arbitraries.of(Colour.class),
            Arbitraries.doubles(),
            codes(),
            Arbitraries.of(Measure.class),
            Arbitraries.doubles(),
            Arbitraries.longs())
        .as(
            (kind, id, colour, limit, device, measure, value, at) ->
                new Signal(
                    kind,
                    id,
                    (int) (long) at,
                    colour,
                    new Subject(id, device, device, id, ModelClass.SENSOR),
                    Why.passed(limit, List.of(new Evidence(device, measure, value, at))),
                    at));
  }

  private static <T> void assertReadAsWritten(BinaryForm<T> form, T value) throws Exception {
    assertThat(BinaryForms.roundTrip(form, value)).isEqualTo(value);
  }
}

package city.xueliang.domain.state;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.first.Alert;
import city.xueliang.domain.alert.first.Signal;
import city.xueliang.domain.detector.threshold.ThresholdState;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.observation.RecordId;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Colour;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
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

  @Property
  void anAlert(
      @ForAll int revision,
      @ForAll("signals") Signal raised,
      @ForAll @From("signalsOrNone") Signal cleared)
      throws Exception {
    assertReadAsWritten(new Alert.Form(), new Alert(revision, raised, cleared));
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
                    kind, id, (int) (long) at, colour, limit, device, id, measure, value, at));
  }

  @Provide
  Arbitrary<Signal> signalsOrNone() {
    return signals().injectNull(0.3);
  }

  private static <T> void assertReadAsWritten(BinaryForm<T> form, T value) throws Exception {
    assertThat(BinaryForms.roundTrip(form, value)).isEqualTo(value);
  }
}

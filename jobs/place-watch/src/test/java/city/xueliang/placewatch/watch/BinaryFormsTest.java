package city.xueliang.placewatch.watch;

import static city.xueliang.testing.Moments.NOON;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.alert.CloseReason;
import city.xueliang.domain.alert.Enrolment;
import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.place.ZoneVersions;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.placewatch.PlaceWatchPipeline;
import city.xueliang.placewatch.desk.DeskInput;
import city.xueliang.placewatch.detect.RoutedSighting;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.CameraEventDecoder;
import city.xueliang.placewatch.intake.Decoded;
import city.xueliang.placewatch.intake.DeviceChange;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.PlaceChange.Geometry;
import city.xueliang.placewatch.intake.Position;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.placewatch.intake.RuleChange;
import city.xueliang.placewatch.intake.SourceRecord;
import city.xueliang.placewatch.intake.TakenAction;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.registry.RegistryChange;
import city.xueliang.schemas.RejectReason;
import city.xueliang.testing.Moments;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingObservation;
import city.xueliang.testing.TestingRule;
import city.xueliang.testing.Town;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** Every serial form of this module gives back what it wrote, byte for byte. */
class BinaryFormsTest {
  private static final SourceRecord SOURCE =
      new SourceRecord("camera-events", 1, Long.MAX_VALUE, 1, new byte[] {1, 2, -1});
  private static final SourceRecord EMPTY = new SourceRecord("", -1, -1, -1, new byte[0]);
  private static final Accepted ACCEPTED =
      new Accepted(
          TestingObservation.from(Town.CAMERA, Measure.CROWD_COUNT).value(3).build(), SOURCE);
  private static final Rejection REJECTION =
      new Rejection(EMPTY, RejectReason.UNREADABLE, "“乱码” is no record");
  private static final Position POSITION = new Position(7, -1);
  private static final DeviceChange MOVED =
      new DeviceChange(
          Town.CAMERA, TestingDevice.camera(Town.CAMERA).retiredAt(NOON).entry(), POSITION);
  private static final DeviceChange REMOVED = new DeviceChange(Town.CAMERA, null, POSITION);

  private static final Geometry GEOMETRY =
      new Geometry(
          new Coordinate(101.7, 36.6),
          40_000.0,
          List.of(List.of(new Coordinate(101.7, 36.6), new Coordinate(101.8, 36.6))));
  private static final Rule RULE =
      TestingRule.above("gas", Measure.GAS_LEL_PERCENT, 25, 20).build();
  private static final Subject SUBJECT =
      new Subject(Town.GRID, Town.DISTRICT, Town.SENSOR, "sw-01", ModelClass.SENSOR);
  private static final Evidence SEEN = new Evidence(Town.SENSOR, Measure.GAS_LEL_PERCENT, 30, 7);
  private static final TakenAction ACTION =
      new TakenAction(
          new Action("id", "alert", Action.Kind.CLOSE, "seat", 1, CloseReason.TEST, 0, 9),
          Town.DISTRICT,
          SOURCE);

  private static final Map<Class<?>, List<?>> SAMPLES =
      Map.ofEntries(
          entry(Accepted.Form.class, List.of(ACCEPTED)),
          entry(DeviceChange.Form.class, List.of(MOVED, REMOVED)),
          entry(
              DeviceInput.Form.class,
              List.of(
                  DeviceInput.of(ACCEPTED),
                  DeviceInput.of(REMOVED),
                  DeviceInput.ofMistimed(Town.CAMERA))),
          entry(
              GridObservation.Form.class,
              List.of(
                  new GridObservation(Town.GRID, Measure.FLAME, Long.MIN_VALUE, -0.0, 1),
                  new GridObservation(
                      Town.GRID, Measure.NOISE_DBA, Long.MAX_VALUE, Double.MIN_VALUE, 0))),
          entry(
              PlaceChange.Form.class,
              List.of(
                  new PlaceChange(Town.GRID, Validity.ALWAYS, POSITION),
                  new PlaceChange(Town.GRID, null, POSITION),
                  new PlaceChange(Town.GRID, Validity.ALWAYS, List.of(), GEOMETRY, POSITION),
                  new PlaceChange(
                      Town.GRID,
                      Validity.ALWAYS,
                      List.of(),
                      new Geometry(null, null, List.of()),
                      POSITION),
                  new PlaceChange(
                      "belt", Validity.ALWAYS, List.of(Town.GRID, Town.FAR_GRID), POSITION))),
          entry(
              KnownZones.Entry.Form.class,
              List.of(
                  new KnownZones.Entry(POSITION, ZoneVersions.NONE),
                  new KnownZones.Entry(
                      POSITION, ZoneVersions.NONE.with(List.of(Town.GRID), 0).with(List.of(), 1)))),
          entry(
              PlaceChange.ValidityForm.class,
              List.of(
                  Validity.ALWAYS,
                  new Validity(NOON, null),
                  new Validity(null, NOON),
                  new Validity(NOON, Moments.minutes(1)))),
          entry(
              PlaceChange.GeometryForm.class,
              List.of(GEOMETRY, new Geometry(null, null, List.of()))),
          entry(Position.Form.class, List.of(POSITION)),
          entry(Rejection.Form.class, List.of(REJECTION)),
          entry(
              RuleChange.Form.class,
              List.of(
                  new RuleChange(RulebookChange.of(RULE), POSITION),
                  new RuleChange(RulebookChange.removal("gas"), POSITION))),
          entry(
              RegistryChange.Form.class,
              List.of(
                  RegistryChange.of(new PlaceChange(Town.GRID, null, POSITION)),
                  RegistryChange.of(new RuleChange(RulebookChange.of(RULE), POSITION)))),
          entry(RoutedSighting.Form.class, List.of(new RoutedSighting("gas", "a", SUBJECT, SEEN))),
          entry(TakenAction.Form.class, List.of(ACTION)),
          entry(
              DeskInput.Form.class,
              List.of(
                  DeskInput.of(
                      Signal.of(
                          Kind.RAISED, RULE, SUBJECT, new Why(25, 1, 2, 0.5, List.of(SEEN)), 7)),
                  DeskInput.of(new Enrolment(SUBJECT, true)),
                  DeskInput.of(ACTION))),
          entry(SourceRecord.Form.class, List.of(SOURCE, EMPTY)));

  @Test
  void everyFormHasSamples() throws Exception {
    Set<String> forms = formsOfTheModule();

    // A decoded record's form needs the one of its value; the last test has it.
    assertThat(forms).contains("city.xueliang.placewatch.intake.Decoded$Form");
    forms.remove("city.xueliang.placewatch.intake.Decoded$Form");
    assertThat(SAMPLES.keySet().stream().map(Class::getName))
        .containsAll(forms)
        .hasSize(forms.size());
  }

  @Test
  void whatWasWrittenComesBack() throws Exception {
    for (var samples : SAMPLES.entrySet()) {
      for (Object sample : samples.getValue()) {
        assertComesBack(form(samples.getKey()), sample);
      }
    }
  }

  @Test
  void savepointsCanMakeEveryForm() throws Exception {
    for (Class<?> form : SAMPLES.keySet()) {
      assertThat(Modifier.isPublic(form.getModifiers())).isTrue();
      assertThat(Modifier.isPublic(form.getConstructor().getModifiers())).isTrue();
      assertThat(form(form).version()).isPositive();
    }
  }

  @Test
  void aDecodedRecordComesBack() throws Exception {
    TypeSerializer<Decoded<Accepted>> serializer =
        new CameraEventDecoder(true).getProducedType().createSerializer(new SerializerConfigImpl());
    for (Decoded<Accepted> decoded :
        List.of(
            new Decoded<>(ACCEPTED, null, 1, true),
            new Decoded<Accepted>(null, REJECTION, -1, false))) {
      DataOutputSerializer out = new DataOutputSerializer(64);
      serializer.serialize(decoded, out);
      DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

      assertThat(serializer.deserialize(in)).usingRecursiveComparison().isEqualTo(decoded);
      assertThat(in.available()).isZero();
      assertThat(serializer.copy(decoded)).usingRecursiveComparison().isEqualTo(decoded);
    }
  }

  @Test
  void aRecordOfTheReleaseThatKeptNoAppendTimesIsReadWithoutOne() throws Exception {
    ByteArrayOutputStream old = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(old);
    out.writeUTF("camera-events");
    out.writeInt(1);
    out.writeLong(42);
    out.writeInt(2);
    out.write(new byte[] {7, 8});

    SourceRecord read =
        new SourceRecord.Form()
            .read(new DataInputStream(new ByteArrayInputStream(old.toByteArray())), 1);

    assertThat(read)
        .usingRecursiveComparison()
        .isEqualTo(new SourceRecord("camera-events", 1, 42, -1, new byte[] {7, 8}));
  }

  private static void assertComesBack(BinaryForm<Object> form, Object value) throws IOException {
    byte[] bytes = bytes(form, value);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));

    Object read = form.read(in, form.version());

    assertThat(in.read()).as("bytes left of %s", value).isEqualTo(-1);
    assertThat(read).usingRecursiveComparison().isEqualTo(value);
    assertThat(bytes(form, read)).isEqualTo(bytes);
    assertThat(bytes(form, form.copy(value))).isEqualTo(bytes);
  }

  private static byte[] bytes(BinaryForm<Object> form, Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    form.write(value, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @SuppressWarnings("unchecked") // The samples stand beside their form.
  private static BinaryForm<Object> form(Class<?> form) throws ReflectiveOperationException {
    return (BinaryForm<Object>) form.getConstructor().newInstance();
  }

  private static Set<String> formsOfTheModule() throws Exception {
    Path classes =
        Path.of(
            PlaceWatchPipeline.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.replace(".class", "").replace('/', '.'))
          .filter(BinaryFormsTest::isForm)
          .collect(toSet());
    }
  }

  private static boolean isForm(String name) {
    try {
      return BinaryForm.class.isAssignableFrom(Class.forName(name));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}

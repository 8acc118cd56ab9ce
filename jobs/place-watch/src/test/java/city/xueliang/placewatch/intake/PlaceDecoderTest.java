package city.xueliang.placewatch.intake;

import static city.xueliang.placewatch.intake.Decoding.assertRejected;
import static city.xueliang.placewatch.intake.Decoding.decode;
import static city.xueliang.placewatch.intake.Decoding.taken;
import static city.xueliang.testing.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.placewatch.intake.PlaceChange.Geometry;
import city.xueliang.schemas.Place;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.Ring;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.testing.Moments;
import city.xueliang.testing.TestingPlace;
import city.xueliang.testing.Town;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceDecoderTest {
  private static final Position POSITION = new Position(Decoding.OFFSET, NOON.toEpochMilli());

  private static final Geometry NOT_KNOWN_WHERE = new Geometry(null, null, List.of());

  private final PlaceDecoder decoder = new PlaceDecoder();

  @Test
  void takesAGridThatAlwaysWas() {
    assertThat(taken(decode(decoder, TestingPlace.grid(Town.GRID).bytes(), NOON)))
        .isEqualTo(
            new PlaceChange(Town.GRID, Validity.ALWAYS, List.of(), NOT_KNOWN_WHERE, POSITION));
  }

  @Test
  void takesWhereAGridLies() {
    Place grid = TestingPlace.grid(Town.GRID).build();
    grid.setLongitude(101.77);
    grid.setLatitude(36.62);
    grid.setAreaSquareMetres(10_000.0);
    grid.setOutline(List.of(ring(101.77, 36.62, 101.78, 36.62, 101.77, 36.63, 101.77, 36.62)));

    Geometry geometry = taken(decode(decoder, bytes(grid))).geometry();

    assertThat(geometry.centre()).isEqualTo(new Coordinate(101.77, 36.62));
    assertThat(geometry.areaSquareMetres()).isEqualTo(10_000);
    assertThat(geometry.outline())
        .containsExactly(
            List.of(
                new Coordinate(101.77, 36.62),
                new Coordinate(101.78, 36.62),
                new Coordinate(101.77, 36.63),
                new Coordinate(101.77, 36.62)));
  }

  @Test
  void aCentreNeedsBothOfItsCoordinates() {
    Place grid = TestingPlace.grid(Town.GRID).build();
    grid.setLongitude(101.77);

    assertThat(taken(decode(decoder, bytes(grid))).geometry()).isEqualTo(NOT_KNOWN_WHERE);
  }

  @Test
  void onlyAGridHasAGeometry() {
    Place zone = TestingPlace.zone("school-belt-1", Town.GRID).build();
    zone.setLongitude(101.77);
    zone.setLatitude(36.62);

    assertThat(taken(decode(decoder, bytes(zone))).geometry()).isNull();
  }

  @Test
  void refusesAnOutlineThatIsNotMadeOfPairsOfFiniteNumbers() {
    assertOutlineIsRejected(ring(101.77, 36.62, 101.78), 3);
    assertOutlineIsRejected(ring(101.77, Double.NaN), 2);
    assertOutlineIsRejected(ring(Double.POSITIVE_INFINITY, 36.62), 2);
  }

  private void assertOutlineIsRejected(Ring outline, int coordinates) {
    Place grid = TestingPlace.grid(Town.GRID).build();
    grid.setOutline(List.of(outline));
    assertRejected(
        decode(decoder, bytes(grid)),
        bytes(grid),
        RejectReason.BAD_FIELD,
        "the outline of %s has %d coordinates; pairs of finite numbers are allowed"
            .formatted(Town.GRID, coordinates));
  }

  private static Ring ring(Double... coordinates) {
    return Ring.newBuilder().setCoordinates(List.of(coordinates)).build();
  }

  private static byte[] bytes(Place place) {
    return SingleObjectCodec.of(Place.class).encode(place);
  }

  @Test
  void takesAGridForSomeTime() {
    TestingPlace grid = TestingPlace.grid(Town.GRID).validFrom(NOON).validTo(Moments.minutes(10));

    assertThat(taken(decode(decoder, grid.bytes())).validity())
        .isEqualTo(new Validity(NOON, Moments.minutes(10)));
  }

  @Test
  void takesTheGridsOfAZone() {
    TestingPlace zone = TestingPlace.zone("school-belt-1", Town.GRID, Town.FAR_GRID);

    assertThat(taken(decode(decoder, zone.bytes())).grids())
        .containsExactly(Town.GRID, Town.FAR_GRID);
  }

  @Test
  void refusesAGridOfAZoneThatIsNone() {
    assertIsRejected(
        TestingPlace.zone("school-belt-1", Town.GRID, Town.DISTRICT),
        RejectReason.BAD_PLACE_CODE,
        "grid '630105' of zone school-belt-1 is not 15 digits");
  }

  @Test
  void anEntryHoldsFromWhenItSaysElseSinceItWasPublished() {
    assertThat(taken(decode(decoder, TestingPlace.grid(Town.GRID).bytes(), NOON)).from())
        .isEqualTo(NOON.toEpochMilli());
    TestingPlace later = TestingPlace.grid(Town.GRID).validFrom(Moments.minutes(10));
    assertThat(taken(decode(decoder, later.bytes(), NOON)).from())
        .isEqualTo(Moments.minutes(10).toEpochMilli());
    assertThat(taken(decode(decoder, Town.GRID, null, NOON.toEpochMilli())).from())
        .isEqualTo(NOON.toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource({
    "630100,CITY",
    "630105,DISTRICT",
    "630105001,STREET",
    "630105001001,COMMUNITY",
    "630105001001001,GRID",
    "school-belt-1,ZONE"
  })
  void takesAPlaceOfEachLevel(String code, PlaceLevel level) {
    assertThat(taken(decode(decoder, TestingPlace.of(code, level).bytes())).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "630105|CITY|6 digits that end in 00",
        "630100|DISTRICT|6 digits that do not end in 00",
        "63010500|STREET|9 digits",
        "63010500100x|COMMUNITY|12 digits",
        "6301050010010010|GRID|15 digits",
        "1st-belt|ZONE|a letter, then up to 63 letters, digits or hyphens"
      })
  void refusesACodeThatItsLevelDoesNotHave(String code, PlaceLevel level, String form) {
    assertIsRejected(
        TestingPlace.of(code, level),
        RejectReason.BAD_PLACE_CODE,
        "code '%s' of a %s is not %s".formatted(code, level, form));
  }

  @Test
  void showsFortyCharactersOfALongCode() {
    assertIsRejected(
        TestingPlace.of("z".repeat(70_000), PlaceLevel.ZONE),
        RejectReason.BAD_PLACE_CODE,
        "code '%s…' of a ZONE is not a letter, then up to 63 letters, digits or hyphens"
            .formatted("z".repeat(40)));
  }

  @Test
  void refusesALevelOfANewerWriter() {
    assertIsRejected(
        TestingPlace.of(Town.GRID, PlaceLevel.UNKNOWN),
        RejectReason.UNKNOWN_SYMBOL,
        "the level is none that this release knows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"630100", Town.DISTRICT, Town.GRID, "school-belt-1"})
  void aRecordWithoutAValueRemovesThePlace(String code) {
    assertThat(taken(decode(decoder, code, null, NOON.toEpochMilli())))
        .isEqualTo(new PlaceChange(code, null, POSITION));
  }

  @Test
  void refusesToRemoveWhatIsNoPlace() {
    assertIsNoPlace("", "");
    assertIsNoPlace("6301", "6301");
    assertIsNoPlace("-".repeat(70_000), "-".repeat(40) + "…");
  }

  private void assertIsNoPlace(String key, String shown) {
    assertRejected(
        decode(decoder, key, null, 0),
        new byte[0],
        RejectReason.BAD_PLACE_CODE,
        "key '%s' of a deletion is not the code of a place: 6, 9, 12 or 15 digits, or for a zone a letter, then up to 63 letters, digits or hyphens"
            .formatted(shown));
  }

  private void assertIsRejected(TestingPlace place, RejectReason reason, String detail) {
    byte[] bytes = place.bytes();
    assertRejected(decode(decoder, bytes), bytes, reason, detail);
  }
}

package city.xueliang.testing;

import city.xueliang.schemas.Place;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.SingleObjectCodec;
import java.time.Instant;
import java.util.List;

/** Builds records of {@code places}: valid without end on either side, unless told otherwise. */
public final class TestingPlace {
  private final String code;
  private final PlaceLevel level;
  private List<String> grids = List.of();
  private Instant validFrom;
  private Instant validTo;

  private TestingPlace(String code, PlaceLevel level) {
    this.code = code;
    this.level = level;
  }

  public static TestingPlace grid(String code) {
    return new TestingPlace(code, PlaceLevel.GRID);
  }

  public static TestingPlace of(String code, PlaceLevel level) {
    return new TestingPlace(code, level);
  }

  public static TestingPlace zone(String code, String... grids) {
    return of(code, PlaceLevel.ZONE).grids(grids);
  }

  public TestingPlace grids(String... grids) {
    this.grids = List.of(grids);
    return this;
  }

  public TestingPlace validFrom(Instant validFrom) {
    this.validFrom = validFrom;
    return this;
  }

  public TestingPlace validTo(Instant validTo) {
    this.validTo = validTo;
    return this;
  }

  public Place build() {
    return Place.newBuilder()
        .setCode(code)
        .setLevel(level)
        .setParent(null)
        .setNameZh("第一网格")
        .setNameEn(null)
        .setGridKind(null)
        .setLongitude(null)
        .setLatitude(null)
        .setAreaSquareMetres(null)
        .setOutline(List.of())
        .setGrids(grids)
        .setValidFrom(validFrom)
        .setValidTo(validTo)
        .setReplacedBy(null)
        .build();
  }

  /** The record as it stands in the topic. */
  public byte[] bytes() {
    return SingleObjectCodec.of(Place.class).encode(build());
  }
}

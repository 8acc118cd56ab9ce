package city.xueliang.feeds.simulate.city;

import city.xueliang.domain.place.GridKind;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.feeds.simulate.chance.Randomness;
import city.xueliang.feeds.simulate.option.WrongOptionException;
import java.util.ArrayList;
import java.util.List;

/** Divides communities into grids. */
final class GridPlan {
  private static final int GREATEST_NUMBER = 999;
  private static final List<String[]> DEDICATED =
      List.of(
          new String[] {"学校", "School"},
          new String[] {"医院", "Hospital"},
          new String[] {"农贸市场", "Market"},
          new String[] {"商场", "Mall"},
          new String[] {"工业园", "Industrial Park"});

  private final Randomness random;
  private final List<Place> grids = new ArrayList<>();

  private GridPlan(long seed) {
    this.random = Randomness.of(seed, "grids");
  }

  /**
   * @param general number of general grids, one for each community or more
   * @param dedicated number of dedicated grids, 0 or more
   */
  static List<Place> divide(List<Place> communities, int general, int dedicated, long seed) {
    GridPlan plan = new GridPlan(seed);
    int[] generals =
        Shares.of(
            general,
            communities.size(),
            1,
            i -> PlaceTree.isUrban(communities.get(i).code()) ? 4 : 1,
            plan.random);
    int[] dedicateds =
        Shares.of(
            dedicated,
            communities.size(),
            0,
            i -> PlaceTree.isUrban(communities.get(i).code()) ? 6 : 1,
            plan.random);
    for (int i = 0; i < communities.size(); i++) {
      plan.divide(communities.get(i), generals[i], dedicateds[i]);
    }
    return plan.grids;
  }

  private void divide(Place community, int general, int dedicated) {
    if (general + dedicated > GREATEST_NUMBER) {
      throw new WrongOptionException(
          "grids-too-many", community.code(), general + dedicated, GREATEST_NUMBER);
    }
    for (int i = 1; i <= general; i++) {
      add(community, i, GridKind.GENERAL, "第" + i + "网格", "Grid " + i);
    }
    for (int i = 1; i <= dedicated; i++) {
      String[] kind = random.oneOf(DEDICATED);
      add(community, general + i, GridKind.DEDICATED, kind[0] + "专属网格" + i, kind[1] + " Grid " + i);
    }
  }

  private void add(Place community, int number, GridKind kind, String zh, String en) {
    boolean urban = PlaceTree.isUrban(community.code());
    Coordinate centre =
        community.centre() == null
            ? null
            : PlaceTree.near(community.centre(), urban ? 0.002 : 0.01, random);
    double area = urban ? random.between(20_000.0, 120_000.0) : random.between(2e5, 3e6);
    grids.add(
        new Place(
            community.code() + "%03d".formatted(number),
            Level.GRID,
            community.code(),
            community.nameZh() + zh,
            community.nameEn() == null ? null : community.nameEn() + " " + en,
            kind,
            centre,
            Math.rint(area),
            List.of(),
            List.of(),
            Validity.ALWAYS));
  }
}

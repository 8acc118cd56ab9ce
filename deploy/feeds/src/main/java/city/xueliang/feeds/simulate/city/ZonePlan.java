package city.xueliang.feeds.simulate.city;

import static city.xueliang.feeds.simulate.city.XiningDistrict.CHENGBEI;
import static city.xueliang.feeds.simulate.city.XiningDistrict.CHENGDONG;
import static city.xueliang.feeds.simulate.city.XiningDistrict.CHENGXI;
import static city.xueliang.feeds.simulate.city.XiningDistrict.CHENGZHONG;
import static city.xueliang.feeds.simulate.city.XiningDistrict.HUANGZHONG;

import city.xueliang.domain.place.GridKind;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Validity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws the zones over a finished tree of grids. */
final class ZonePlan {
  private static final int LEAST_GRIDS = 2;

  private final CityScale scale;
  private final List<Place> grids;
  private final Map<XiningDistrict, Integer> next = new EnumMap<>(XiningDistrict.class);
  private final List<Place> zones = new ArrayList<>();

  private ZonePlan(CityScale scale, List<Place> grids) {
    this.scale = scale;
    this.grids = grids;
  }

  /**
   * A zone to be drawn: so many grids, at full scale, of each of its districts.
   *
   * @param onlyDedicated whether it takes dedicated grids only, where the district has any
   */
  private record Sketch(
      String code,
      String zh,
      String en,
      int grids,
      boolean onlyDedicated,
      List<XiningDistrict> of) {}

  static List<Place> over(List<Place> grids, CityScale scale) {
    ZonePlan plan = new ZonePlan(scale, grids);
    List.of(
            new Sketch(
                "underpass-jianguo", "建国路下穿通道", "Jianguo Underpass", 3, false, List.of(CHENGDONG)),
            new Sketch("station-square", "西宁站站前区", "Station Square", 8, false, List.of(CHENGDONG)),
            new Sketch(
                "lantern-street", "唐道灯会步行街", "Lantern Street", 12, false, List.of(CHENGZHONG)),
            new Sketch(
                "hospital-quarter", "医疗片区", "Hospital Quarter", 8, true, List.of(CHENGZHONG)),
            new Sketch("school-belt", "海湖校园带", "School Belt", 20, true, List.of(CHENGXI)),
            new Sketch("xiaoqiao", "小桥片区", "Xiaoqiao Area", 60, false, List.of(CHENGBEI)),
            new Sketch(
                "chemical-park", "甘河化工园区", "Ganhe Chemical Park", 12, true, List.of(HUANGZHONG)),
            new Sketch(
                "railway-corridor",
                "兰青铁路沿线走廊",
                "Lanzhou-Qinghai Railway Corridor",
                10,
                false,
                List.of(CHENGDONG, CHENGBEI, HUANGZHONG)))
        .forEach(plan::draw);
    return plan.zones;
  }

  private void draw(Sketch sketch) {
    Set<String> codes = new LinkedHashSet<>();
    int count = scale.count(sketch.grids, LEAST_GRIDS);
    for (XiningDistrict district : sketch.of) {
      List<String> choice = choice(district, sketch.onlyDedicated);
      int first = sketch.onlyDedicated ? 0 : next.getOrDefault(district, 0);
      for (int i = 0; i < Math.min(count, choice.size()); i++) {
        codes.add(choice.get((first + i) % choice.size()));
      }
      next.put(district, first + count);
    }
    zones.add(
        new Place(
            "zone-" + sketch.code,
            Level.ZONE,
            null,
            sketch.zh,
            sketch.en,
            null,
            sketch.of.get(0).centre(),
            null,
            List.of(),
            List.copyOf(codes),
            Validity.ALWAYS));
  }

  private List<String> choice(XiningDistrict district, boolean onlyDedicated) {
    List<String> all = new ArrayList<>();
    List<String> dedicated = new ArrayList<>();
    for (Place grid : grids) {
      if (grid.code().startsWith(district.code)) {
        all.add(grid.code());
        if (grid.gridKind() == GridKind.DEDICATED) {
          dedicated.add(grid.code());
        }
      }
    }
    return onlyDedicated && dedicated.size() >= LEAST_GRIDS ? dedicated : all;
  }
}

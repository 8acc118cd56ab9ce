package city.xueliang.feeds.simulate;

import city.xueliang.feeds.simulate.chance.Randomness;
import city.xueliang.feeds.simulate.city.DeviceTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** In which order devices have their turns. */
final class TurnOrder {
  private TurnOrder() {}

  /**
   * Every device once, in a random order in which each grid's devices are spread evenly, so that a
   * part of a round already touches every grid.
   */
  static int[] of(DeviceTable devices, long seed) {
    Randomness random = Randomness.of(seed, "turns");
    double[] places = new double[devices.size()];
    List<Integer> order = new ArrayList<>(devices.size());
    for (List<Integer> grid : devices.byGrid().values()) {
      List<Integer> shuffled = new ArrayList<>(grid);
      random.shuffle(shuffled);
      for (int rank = 0; rank < shuffled.size(); rank++) {
        places[shuffled.get(rank)] = (rank + random.unit()) / shuffled.size();
        order.add(shuffled.get(rank));
      }
    }
    order.sort(Comparator.comparingDouble(device -> places[device]));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}

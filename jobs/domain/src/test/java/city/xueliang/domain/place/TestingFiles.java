package city.xueliang.domain.place;

import city.xueliang.domain.text.Problem;
import java.util.ArrayList;
import java.util.List;

/** A registry as if read from two files, an entry a line from line 2 on. */
final class TestingFiles {
  private final List<Sourced<Place>> places = new ArrayList<>();
  private final List<Sourced<Device>> devices = new ArrayList<>();

  /** City, district, street, community, grid and zone on lines 2 to 7. */
  static TestingFiles ofCity() {
    return new TestingFiles()
        .with(TestingPlace.city())
        .with(TestingPlace.district())
        .with(TestingPlace.street())
        .with(TestingPlace.community())
        .with(TestingPlace.grid())
        .with(TestingPlace.zone());
  }

  TestingFiles with(TestingPlace place) {
    places.add(new Sourced<>(new Origin("places.csv", places.size() + 2, ""), place.build()));
    return this;
  }

  TestingFiles with(Device device) {
    devices.add(new Sourced<>(new Origin("devices.csv", devices.size() + 2, ""), device));
    return this;
  }

  List<Problem> problems() {
    return RegistryCheck.problems(places, devices);
  }
}

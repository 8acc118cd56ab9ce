package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Sourced;
import city.xueliang.domain.text.Problem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What was read so far, and what could not be read. */
final class Draft {
  final List<Sourced<Place>> places = new ArrayList<>();
  final List<Sourced<Device>> devices = new ArrayList<>();
  final List<Sourced<Outline>> outlines = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();
  private final ZoneId zone;
  private boolean complete = true;

  /**
   * @param zone in which days begin
   */
  Draft(ZoneId zone) {
    this.zone = zone;
  }

  /** The shape of a place that stands in another file. */
  record Outline(String code, Shape shape) {}

  void addPlace(Row row, Shape shape) {
    places.add(new PlaceRow(row, zone).read(shape));
  }

  void addDevice(Row row) {
    devices.add(new DeviceRow(row, zone).read());
  }

  /** Entries and problems so far: a file that adds none has nothing in it. */
  int size() {
    return places.size() + devices.size() + outlines.size() + problems.size();
  }

  /** A file broke off: what it would have held is not known. */
  void fileNotRead() {
    complete = false;
  }

  /** Whether every file was read to its end. */
  boolean isComplete() {
    return complete;
  }

  void note(String file, int line, String field, String key, Object... arguments) {
    problems.add(Problem.of(file, line, field, key, arguments));
  }
}

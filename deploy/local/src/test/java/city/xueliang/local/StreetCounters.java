package city.xueliang.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A recording of hourly head counts of street counters, each in a grid of its own, all in one zone;
 * over the days around two changes of the clocks. Its times are local ones. The same seed gives the
 * same counts.
 */
final class StreetCounters {
  static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
  static final String ZONE = "walking-streets";

  private static final int COUNTERS = 24;
  private static final int DAYS = 4;
  private static final List<LocalDate> BEGINNINGS =
      List.of(LocalDate.parse("2014-04-04"), LocalDate.parse("2014-10-03"));
  private static final String COMMUNITY = "630105002004";

  final Path registry;
  final Path recording;

  private StreetCounters(Path folder, long seed) throws IOException {
    registry = Files.createDirectories(folder.resolve("registry"));
    Files.write(registry.resolve("places.csv"), places());
    Files.write(registry.resolve("devices.csv"), devices());
    recording = folder.resolve("counts.csv");
    Files.write(recording, counts(new Random(seed)));
  }

  static StreetCounters writtenTo(Path folder, long seed) throws IOException {
    return new StreetCounters(folder, seed);
  }

  /**
   * What the recording counts on each day of its calendar: simply the sum of the rows whose times
   * begin with the day.
   */
  Map<String, Long> dailyTotals() throws IOException {
    Map<String, Long> totals = new TreeMap<>();
    for (String row : Files.readAllLines(recording).subList(1, rows() + 1)) {
      List<String> cells = List.of(row.split(",", -1));
      totals.merge(cells.get(1).substring(0, 10), Long.parseLong(cells.get(2)), Long::sum);
    }
    return totals;
  }

  private int rows() throws IOException {
    return Files.readAllLines(recording).size() - 1;
  }

  private static String grid(int counter) {
    return COMMUNITY + "%03d".formatted(counter);
  }

  private static List<String> places() {
    List<String> rows = new ArrayList<>();
    List<String> grids = new ArrayList<>();
    rows.add("code,level,parent,nameZh,nameEn,grids");
    rows.add("630100,city,,西宁市,Xining,");
    rows.add("630105,district,630100,城北区,Chengbei,");
    rows.add("630105002,street,630105,小桥大街街道,Xiaoqiao Street,");
    rows.add(COMMUNITY + ",community,630105002,小桥社区,Xiaoqiao,");
    for (int counter = 1; counter <= COUNTERS; counter++) {
      grids.add(grid(counter));
      rows.add(grid(counter) + ",grid," + COMMUNITY + ",第" + counter + "网格,,");
    }
    rows.add(ZONE + ",zone,,步行街,Walking streets," + String.join(" ", grids));
    return rows;
  }

  private static List<String> devices() {
    List<String> rows = new ArrayList<>();
    rows.add("deviceId,grid,modelClass,reportIntervalSeconds,segment");
    for (int counter = 1; counter <= COUNTERS; counter++) {
      rows.add("63010500001320%06d,%s,CAMERA,3600,switch-1".formatted(counter, grid(counter)));
    }
    return rows;
  }

  /** As in a real recording, an hour that the clocks skip is not there, and a doubled one once. */
  private static List<String> counts(Random random) {
    List<String> rows = new ArrayList<>();
    rows.add("sensor_id,hour_start_local,pedestrians");
    for (LocalDate beginning : BEGINNINGS) {
      for (int hour = 0; hour < DAYS * 24; hour++) {
        LocalDateTime time = beginning.atStartOfDay().plusHours(hour);
        boolean isSkipped = MELBOURNE.getRules().getValidOffsets(time).isEmpty();
        for (int counter = 1; counter <= COUNTERS && !isSkipped; counter++) {
          rows.add(counter + "," + time + "," + random.nextInt(3_000));
        }
      }
    }
    return rows;
  }
}

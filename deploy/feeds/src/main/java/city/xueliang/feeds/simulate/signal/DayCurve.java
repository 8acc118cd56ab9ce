package city.xueliang.feeds.simulate.signal;

import java.util.Arrays;

/** How something rises and falls through the hours of a day, as shares of its greatest. */
final class DayCurve {
  static final DayCurve FLAT =
      new DayCurve("00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00");

  /** Cooking, washing and light: morning, noon and evening. */
  static final DayCurve HOUSEHOLD =
      new DayCurve(
          "20 12 10 10 12 25 55 80 60 45 40 60 75 50 40 40 45 60 90 99 95 80 55 35",
          "25 18 12 10 10 15 35 55 75 75 65 75 80 65 55 50 55 65 90 99 95 85 65 40");

  static final DayCurve TRAFFIC =
      new DayCurve(
          "10 07 05 05 08 15 40 85 99 75 60 60 62 60 60 62 70 92 99 75 55 45 30 18",
          "15 10 08 06 06 10 20 35 50 65 72 75 72 70 70 72 75 80 80 72 60 50 35 22");
  static final DayCurve FOOTFALL =
      new DayCurve(
          "05 03 02 02 03 10 25 45 50 50 55 65 68 58 55 55 60 75 90 95 80 55 25 10",
          "08 04 03 02 03 06 15 30 50 70 85 90 88 85 88 90 92 95 99 99 90 70 35 15");

  /** Warmth of the day. */
  static final DayCurve SUN =
      new DayCurve("20 15 10 05 02 00 05 15 30 45 60 75 85 95 99 99 92 80 65 52 42 35 30 25");

  private final double[] workday;
  private final double[] dayOff;

  private DayCurve(String everyDay) {
    this(everyDay, everyDay);
  }

  /** Percents of the 24 hours, each at its beginning. */
  private DayCurve(String workday, String dayOff) {
    this.workday = shares(workday);
    this.dayOff = shares(dayOff);
  }

  double at(long epochMillis, CityCalendar calendar) {
    double hour = calendar.hour(epochMillis);
    double[] hours = calendar.isDayOff(epochMillis) ? dayOff : workday;
    int whole = (int) hour;
    double from = hours[whole];
    return from + (hours[(whole + 1) % hours.length] - from) * (hour - whole);
  }

  private static double[] shares(String percents) {
    return Arrays.stream(percents.split(" ", -1))
        .mapToDouble(percent -> Integer.parseInt(percent) / 100.0)
        .toArray();
  }
}

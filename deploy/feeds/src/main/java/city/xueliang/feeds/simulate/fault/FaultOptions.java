package city.xueliang.feeds.simulate.fault;

import city.xueliang.feeds.simulate.option.WrongOptionException;

/**
 * How often what goes wrong, as a share of the good records; 0 switches it off.
 *
 * @param duplicates sent again, soon after or minutes after
 * @param disorder delayed by seconds
 * @param late sent more than an hour after they occurred
 * @param clockAhead with a time more than a minute ahead
 * @param malformed unreadable, of another contract, or with a value that cannot be
 * @param unknownDevices from devices that are not registered
 * @param outages after which the device is silent for minutes
 */
public record FaultOptions(
    double duplicates,
    double disorder,
    double late,
    double clockAhead,
    double malformed,
    double unknownDevices,
    double outages) {
  public static final FaultOptions NONE = new FaultOptions(0, 0, 0, 0, 0, 0, 0);
  public static final FaultOptions REALISTIC =
      new FaultOptions(0.005, 0.02, 0.002, 0.000_5, 0.001, 0.001, 0.000_5);

  public FaultOptions {
    check("duplicates", duplicates);
    check("disorder", disorder);
    check("late", late);
    check("clock-ahead", clockAhead);
    check("malformed", malformed);
    check("unknown-devices", unknownDevices);
    check("outages", outages);
  }

  /**
   * Reads {@code on}, {@code off} or changes to the realistic shares such as {@code
   * duplicates=0.01,late=0}.
   *
   * @throws WrongOptionException that says what is allowed
   */
  public static FaultOptions parse(String text) {
    if (text.equals("on")) {
      return REALISTIC;
    }
    if (text.equals("off")) {
      return NONE;
    }
    FaultOptions options = REALISTIC;
    for (String change : text.split(",", -1)) {
      String[] pair = change.split("=", 2);
      if (pair.length != 2) {
        throw new WrongOptionException("fault-form", change);
      }
      options = options.with(pair[0].strip(), share(pair[0].strip(), pair[1].strip()));
    }
    return options;
  }

  /**
   * The same with another share of one fault.
   *
   * @param fault one of duplicates, disorder, late, clock-ahead, malformed, unknown-devices,
   *     outages
   */
  public FaultOptions with(String fault, double share) {
    return switch (fault) {
      case "duplicates" ->
          new FaultOptions(share, disorder, late, clockAhead, malformed, unknownDevices, outages);
      case "disorder" ->
          new FaultOptions(duplicates, share, late, clockAhead, malformed, unknownDevices, outages);
      case "late" ->
          new FaultOptions(
              duplicates, disorder, share, clockAhead, malformed, unknownDevices, outages);
      case "clock-ahead" ->
          new FaultOptions(duplicates, disorder, late, share, malformed, unknownDevices, outages);
      case "malformed" ->
          new FaultOptions(duplicates, disorder, late, clockAhead, share, unknownDevices, outages);
      case "unknown-devices" ->
          new FaultOptions(duplicates, disorder, late, clockAhead, malformed, share, outages);
      case "outages" ->
          new FaultOptions(
              duplicates, disorder, late, clockAhead, malformed, unknownDevices, share);
      default -> throw new WrongOptionException("fault-unknown", fault);
    };
  }

  private static double share(String fault, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      WrongOptionException wrong = new WrongOptionException("fault-share", text, fault);
      wrong.initCause(e);
      throw wrong;
    }
  }

  private static void check(String fault, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new WrongOptionException("fault-share", share, fault);
    }
  }
}

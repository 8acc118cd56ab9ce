package city.xueliang.feeds.simulate.fault;

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
   * @throws IllegalArgumentException that says what is allowed
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
        throw new IllegalArgumentException(
            "'%s' is no fault with its share; on, off or e.g. duplicates=0.01,late=0 are allowed."
                .formatted(change));
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
    boolean known =
        switch (fault) {
          case "duplicates",
              "disorder",
              "late",
              "clock-ahead",
              "malformed",
              "unknown-devices",
              "outages" ->
              true;
          default -> false;
        };
    if (!known) {
      throw new IllegalArgumentException(
          "There is no fault '%s'; duplicates, disorder, late, clock-ahead, malformed, unknown-devices"
                  .formatted(fault)
              + " and outages are known.");
    }
    return new FaultOptions(
        fault.equals("duplicates") ? share : duplicates,
        fault.equals("disorder") ? share : disorder,
        fault.equals("late") ? share : late,
        fault.equals("clock-ahead") ? share : clockAhead,
        fault.equals("malformed") ? share : malformed,
        fault.equals("unknown-devices") ? share : unknownDevices,
        fault.equals("outages") ? share : outages);
  }

  private static double share(String fault, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'%s' is no share of %s; a number from 0 to 1 is allowed.".formatted(text, fault), e);
    }
  }

  private static void check(String fault, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "A share of %s of %s is not possible; 0 to 1 are allowed.".formatted(share, fault));
    }
  }
}

package city.xueliang.domain.rule;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What has to be the case for a rule's alert; one record for each type of rule. */
public sealed interface Condition {

  /** The smallest of what it is raised for: a device, or places of a level. */
  Extent judges();

  /**
   * A limit on what one device measures or counts.
   *
   * @param limit the condition holds at or past this value, in the measure's unit
   * @param clearLimit it is gone at or before this value, on the good side of the limit
   * @param dwell how long it has to hold before it is raised, event time
   */
  record Threshold(
      Measure measure, Direction direction, double limit, double clearLimit, Duration dwell)
      implements Condition {
    @Override
    public Extent judges() {
      return Extent.DEVICE;
    }
  }

  /**
   * A limit on how far the values of one device rise (ABOVE) or fall (BELOW) within a span.
   *
   * @param limit the condition holds at or past this change; above 0, in the measure's unit
   * @param clearLimit it is gone at or below this change; less than the limit
   * @param span of event time
   */
  record Rate(Measure measure, Direction direction, double limit, double clearLimit, Duration span)
      implements Condition {
    @Override
    public Extent judges() {
      return Extent.DEVICE;
    }
  }

  /**
   * A device that cannot be relied on.
   *
   * @param devices the classes that are watched; not empty
   * @param grace how much longer than its report interval asks for it may last
   */
  record Absence(Kind kind, Set<ModelClass> devices, Duration grace) implements Condition {
    /** The ways in which a device can be absent. */
    public enum Kind {
      NEVER_REPORTED,
      SILENT,
      FROZEN,
      CLOCK_WRONG
    }

    public Absence {
      devices = Set.copyOf(devices);
    }

    @Override
    public Extent judges() {
      return Extent.DEVICE;
    }
  }

  /**
   * So many observations within a span at one device or place.
   *
   * @param count 1 for a kind of event of which each is an alert
   * @param span of event time; without enough of them for so long the condition is gone
   */
  record Burst(Sign sign, Extent per, int count, Duration span) implements Condition {
    @Override
    public Extent judges() {
      return per;
    }
  }

  /**
   * Several devices that say the same within a span: corroboration.
   *
   * @param signs any of which counts
   * @param devices how many different ones, 2 or more
   * @param measures how many different measures among them, 1 or more
   * @param neighbours whether devices of neighbouring grids count, too
   */
  record Together(List<Sign> signs, int devices, int measures, boolean neighbours, Duration span)
      implements Condition {
    public Together {
      signs = List.copyOf(signs);
    }

    @Override
    public Extent judges() {
      return Extent.GRID;
    }
  }

  /**
   * One sign after another.
   *
   * @param within longest event time between the two
   * @param per device or place at which both have to be seen
   */
  record Sequence(Sign first, Sign then, Extent per, Duration within) implements Condition {
    @Override
    public Extent judges() {
      return per;
    }
  }

  /**
   * Something that the same hour of the day and the week does not explain.
   *
   * @param statistic what is judged of the measure
   * @param per a device, for each of its values; else a level, for each minute of its places
   * @param side on which it is bad
   * @param score from which on it is, between 0 and 1
   */
  record Unusual(Measure measure, Statistic statistic, Extent per, Side side, double score)
      implements Condition {
    /** What of a measure. */
    public enum Statistic {
      /** Each value of a device. */
      VALUE,
      /** How many observations in a minute. */
      COUNT,
      /** Sum of the values of a minute. */
      SUM,
      /** Mean of the values of a minute. */
      MEAN
    }

    /** Side of what was expected. */
    public enum Side {
      HIGH,
      LOW,
      BOTH
    }

    @Override
    public Extent judges() {
      return per;
    }
  }

  /**
   * A sign in several grids of one zone within a span.
   *
   * @param grids how many, 2 or more
   */
  record Spread(Sign sign, int grids, Duration span) implements Condition {
    @Override
    public Extent judges() {
      return Extent.ZONE;
    }
  }

  /**
   * A share of a place's devices that is not heard.
   *
   * @param level of the places that are judged
   * @param darkPercent from which on the condition holds, above 0 to 100
   * @param clearPercent at or below which it is gone, less than {@code darkPercent}
   * @param leastDevices a place where fewer are expected is not judged
   * @param dwell how long it has to hold before it is raised
   */
  record Coverage(
      Level level, double darkPercent, double clearPercent, int leastDevices, Duration dwell)
      implements Condition {
    @Override
    public Extent judges() {
      return level == null ? null : Extent.of(level);
    }
  }
}

package city.xueliang.console.drawing;

/**
 * A hexagon of a lattice, a corner at its top. Lengths are in whole numbers, so that hexagons have
 * their corners exactly in common: half a width across, half a side down.
 *
 * @param column that leans right by half a hexagon with each row
 */
record Hexagon(int column, int row) {
  private static final int SIDES = 6;
  private static final int[] CORNER_X = {0, 1, 1, 0, -1, -1};
  private static final int[] CORNER_Y = {-2, -1, 1, 2, 1, -1};
  private static final int[] COLUMN_BEYOND = {1, 1, 0, -1, -1, 0};
  private static final int[] ROW_BEYOND = {-1, 0, 1, 1, 0, -1};

  /** Of the unit across: half the width of a hexagon with sides of 1. */
  static final double ACROSS = Math.sqrt(3) / 2;

  /** Of the unit down. */
  static final double DOWN = 0.5;

  /** Of a hexagon with sides of 1. */
  static final double AREA = 3 * ACROSS;

  /** A corner, or the middle of a hexagon. */
  record Point(int across, int down) {
    double x() {
      return across * ACROSS;
    }

    double y() {
      return down * DOWN;
    }
  }

  static int sides() {
    return SIDES;
  }

  Point middle() {
    return new Point(2 * column + row, 3 * row);
  }

  /** The corner at which a side begins; sides go clockwise on a screen, the first one top right. */
  Point corner(int side) {
    Point middle = middle();
    int at = side % SIDES;
    return new Point(middle.across + CORNER_X[at], middle.down + CORNER_Y[at]);
  }

  /** The hexagon on the other side of a side. */
  Hexagon beyond(int side) {
    return new Hexagon(column + COLUMN_BEYOND[side], row + ROW_BEYOND[side]);
  }
}

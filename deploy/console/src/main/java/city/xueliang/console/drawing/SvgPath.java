package city.xueliang.console.drawing;

/** A path in the syntax of SVG, to a tenth of a pixel. */
final class SvgPath {
  private static final double STEPS = 10;

  private final StringBuilder path = new StringBuilder();
  private long x;
  private long y;
  private boolean isOpen;

  /** Goes on to a point; the first of a ring is gone to without drawing. */
  SvgPath to(double toX, double toY) {
    long nextX = Math.round(toX * STEPS);
    long nextY = Math.round(toY * STEPS);
    if (!isOpen) {
      path.append('M').append(text(nextX));
      separated(nextY);
    } else if (nextX != x || nextY != y) {
      path.append('l').append(text(nextX - x));
      separated(nextY - y);
    }
    x = nextX;
    y = nextY;
    isOpen = true;
    return this;
  }

  /** Ends a ring. */
  SvgPath close() {
    path.append('z');
    isOpen = false;
    return this;
  }

  private void separated(long value) {
    if (value >= 0) {
      path.append(' ');
    }
    path.append(text(value));
  }

  private static String text(long steps) {
    return steps % 10 == 0 ? Long.toString(steps / 10) : Double.toString(steps / STEPS);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}

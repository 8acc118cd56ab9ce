package city.xueliang.domain.rule;

/** Severity in the four colours of the emergency response law, highest first. */
public enum Colour {
  RED,
  ORANGE,
  YELLOW,
  BLUE
}

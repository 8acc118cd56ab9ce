package city.xueliang.domain.place;

import java.util.regex.Pattern;

/** The form of a network segment's name. */
public final class Segments {
  /** What {@link #isValid} asks for, in words. */
  public static final String FORM = "1 to 64 letters, digits or hyphens";

  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private Segments() {}

  public static boolean isValid(String segment) {
    return SEGMENT.matcher(segment).matches();
  }
}

package city.xueliang.console.http;

import city.xueliang.console.http.ApiException.Reason;
import io.javalin.http.Context;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads parameters of a query; each throws BAD_PARAMETER for a value that is not allowed. */
public final class Parameters {
  /** 2100-01-01T00:00:00Z: far from the ends of what calendars and stores count. */
  private static final long LAST_TIME = 4_102_444_800_000L;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private Parameters() {}

  /** Epoch milliseconds; there is no default. */
  public static long time(Context request, String name) {
    return number(request, name, 0, LAST_TIME, null);
  }

  /** A whole number between two, both inclusive. */
  public static int number(Context request, String name, int least, int most, int byDefault) {
    return (int) number(request, name, least, most, Long.valueOf(byDefault));
  }

  /** One of these. */
  public static <E extends Enum<E>> E choice(
      Context request, String name, List<E> allowed, E byDefault) {
    String given = request.queryParam(name);
    if (given == null) {
      return byDefault;
    }
    return allowed.stream()
        .filter(each -> each.name().equals(given))
        .findFirst()
        .orElseThrow(() -> wrong(name, given, words(allowed)));
  }

  /**
   * That a parameter is wrong.
   *
   * @param given null if it is missing
   */
  public static ApiException wrong(String name, String given, String allowed) {
    String shown = given == null ? "" : Excerpt.of(given);
    return new ApiException(Reason.BAD_PARAMETER, name, shown, allowed);
  }

  /** What is allowed, as {@link #wrong} takes it. */
  public static String words(List<?> allowed) {
    return allowed.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static long number(Context request, String name, long least, long most, Long byDefault) {
    String given = request.queryParam(name);
    if (given == null && byDefault != null) {
      return byDefault;
    }
    if (given == null || !NUMBER.matcher(given).matches()) {
      throw wrong(name, given, least + "–" + most);
    }
    long number = Long.parseLong(given);
    if (number < least || number > most) {
      throw wrong(name, given, least + "–" + most);
    }
    return number;
  }
}

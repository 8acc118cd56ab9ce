package city.xueliang.notify.config;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A text that must not be seen: it does not show itself in logs, messages or records. */
public final class Secret {
  private static final String MASK = "***";

  /** Shorter parts of an address are words such as {@code send}, not secrets. */
  private static final int SHORTEST_PART = 8;

  private final String value;

  public Secret(String value) {
    this.value = Objects.requireNonNull(value);
  }

  /** The text itself, for the one who signs or logs in with it. */
  public String reveal() {
    return value;
  }

  /** A text of somebody else, such as a server's answer, without this secret or parts of it. */
  public String maskIn(String text) {
    if (value.isEmpty()) {
      return text;
    }
    String masked = text.replace(value, MASK);
    for (String part : parts()) {
      masked = masked.replace(part, MASK);
    }
    return masked;
  }

  private List<String> parts() {
    return value.contains("://")
        ? Arrays.stream(value.split("[/?&=#]+", -1))
            .skip(2)
            .filter(part -> part.length() >= SHORTEST_PART)
            .toList()
        : List.of();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return MASK;
  }
}

package city.xueliang.domain.place;

/** A value of the registry and where it was written, for messages. */
public record Sourced<T>(Origin origin, T value) {}

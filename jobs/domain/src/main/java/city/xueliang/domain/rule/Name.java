package city.xueliang.domain.rule;

/** What something is called on people's screens. */
public record Name(String zh, String en) {}

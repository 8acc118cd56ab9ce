package city.xueliang.console.live;

import city.xueliang.domain.rule.RulebookChange;

/**
 * A rule, silence or policy in force.
 *
 * @param seat that published it; empty if that is not known
 * @param publishedAt epoch milliseconds
 */
public record Laid(RulebookChange change, String seat, long publishedAt) {}

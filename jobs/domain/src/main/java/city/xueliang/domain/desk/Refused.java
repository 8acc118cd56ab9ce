package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Action;

/**
 * An action that is not done.
 *
 * @param detail in English: what is the case, and what is allowed
 */
public record Refused(Action.Refusal refusal, String detail) {}

package city.xueliang.domain.alert;

import city.xueliang.domain.rule.CommandLevel;

/**
 * How an alert is worked. All times are of the desk's clock, epoch milliseconds; 0 for not yet.
 *
 * @param openedAt when the seats were told of it, again after it was held back or reopened
 * @param closeReason null until it is closed
 * @param seat that acted last; empty until one did
 * @param commandLevel that is told of it
 * @param escalations deadlines that were missed since it was opened
 * @param nextDeadlineAt at which it is taken a level up; 0 if none is left
 */
public record Response(
    long openedAt,
    long acknowledgedAt,
    long onSiteAt,
    long closedAt,
    CloseReason closeReason,
    String seat,
    CommandLevel commandLevel,
    int escalations,
    long nextDeadlineAt) {}

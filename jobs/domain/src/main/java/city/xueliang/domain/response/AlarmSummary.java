package city.xueliang.domain.response;

/**
 * The load of a seat in one window, as EEMUA 191 and ISA-18.2 measure it. Of a window that is still
 * open its minutes until now.
 *
 * @param alarms times that the seat was told of an alert
 * @param ratePer10Minutes alarms in ten minutes, on average
 * @param peakIn10Minutes most alarms in any ten minutes that follow each other
 * @param floodMinutes minutes with which ten minutes of 10 alarms or more end
 * @param floodPercent share of them, 0 to 100
 * @param stale open for more than 24 h without anybody on site, at the end or now
 * @param reAlarms alarms of a condition that came back
 * @param worstTenPercent share of the ten sources with the most alarms, 0 to 100
 * @param open at the end or now
 */
public record AlarmSummary(
    long alarms,
    double ratePer10Minutes,
    long peakIn10Minutes,
    long floodMinutes,
    double floodPercent,
    long stale,
    long red,
    long orange,
    long yellow,
    long blue,
    long reAlarms,
    double worstTenPercent,
    long open) {}

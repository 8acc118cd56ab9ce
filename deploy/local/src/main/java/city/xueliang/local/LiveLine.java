package city.xueliang.local;

import city.xueliang.domain.text.Texts;
import city.xueliang.local.flink.JobFigures;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** One line of figures each few seconds. */
final class LiveLine {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final JobFigures figures;
  private final Texts texts;
  private long lastRead;
  private long lastNanos = System.nanoTime();

  LiveLine(JobFigures figures, Texts texts) {
    this.figures = figures;
    this.texts = texts;
  }

  /** The figures since the city started, the rate since the last call. */
  String next(LocalTime time, String jobStatus) {
    long read = figures.read();
    long nanos = System.nanoTime();
    long rate = Math.round((read - lastRead) * 1e9 / Math.max(1, nanos - lastNanos));
    lastRead = read;
    lastNanos = nanos;
    String line =
        texts.text(
            "live",
            CLOCK.format(time),
            rate,
            read,
            figures.pending(),
            figures.rejected().values().stream().mapToLong(Long::longValue).sum(),
            figures.duplicates(),
            figures.late(),
            figures.rowsWritten(),
            figures.alertsOpened(),
            figures.alertsCleared());
    String trouble = jobStatus.equals("RUNNING") ? "" : texts.text("job-status", jobStatus);
    long retries = figures.writeRetries();
    return line + trouble + (retries == 0 ? "" : texts.text("write-retries", retries));
  }
}

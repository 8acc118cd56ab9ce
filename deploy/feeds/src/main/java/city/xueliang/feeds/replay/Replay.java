package city.xueliang.feeds.replay;

import city.xueliang.domain.place.ModelClass;
import city.xueliang.feeds.replay.RecordedFile.Cells;
import city.xueliang.feeds.send.Pacer;
import java.time.Instant;
import java.util.Optional;

/** Sends the rows of one file, in their order, each when it is due. */
final class Replay {
  private final RecordedFile file;
  private final RowReader rows;
  private final AvroRecords records;
  private final BadRows badRows;
  private final Options options;
  private final Pacer pacer;
  private long read;
  private long missing;
  private long events;
  private long readings;
  private Optional<Long> shift = Optional.empty();

  /**
   * What to send.
   *
   * @param startAt when the first record is to occur; absent if all occur as recorded
   * @param limit of records to send
   * @param strict whether the first bad row is the last
   */
  record Options(Optional<Instant> startAt, long limit, boolean strict) {}

  Replay(
      RecordedFile file,
      RowReader rows,
      AvroRecords records,
      BadRows badRows,
      Options options,
      Pacer pacer) {
    this.file = file;
    this.rows = rows;
    this.records = records;
    this.badRows = badRows;
    this.options = options;
    this.pacer = pacer;
  }

  /** Sends until the file ends, the limit is reached or, if strict, a row is bad. */
  void run(RecordSink sink) throws InterruptedException {
    while (sent() < options.limit()) {
      Optional<Cells> cells = nextCells();
      if (cells.isEmpty()) {
        return;
      }
      read++;
      Optional<RecordedRow> row;
      try {
        row = rows.read(cells.get().line(), cells.get().values());
      } catch (BadRowException e) {
        badRows.add(e.problem());
        if (options.strict()) {
          return;
        }
        continue;
      }
      if (row.isEmpty()) {
        missing++;
      } else {
        send(shifted(row.get()), sink);
      }
    }
  }

  /** Rows read, without the header. */
  long read() {
    return read;
  }

  /** Rows without a value. */
  long missing() {
    return missing;
  }

  long events() {
    return events;
  }

  long readings() {
    return readings;
  }

  long sent() {
    return events + readings;
  }

  /** Nothing at the end, and where the rest cannot be read. */
  private Optional<Cells> nextCells() {
    try {
      return file.next();
    } catch (BadRowException e) {
      badRows.add(e.problem());
      return Optional.empty();
    }
  }

  private RecordedRow shifted(RecordedRow row) {
    if (shift.isEmpty()) {
      shift =
          Optional.of(options.startAt().map(at -> at.toEpochMilli() - row.occurredAt()).orElse(0L));
    }
    return row.shiftedBy(shift.get());
  }

  private void send(RecordedRow row, RecordSink sink) throws InterruptedException {
    pacer.await(row.occurredAt());
    if (row.measure().sender() == ModelClass.CAMERA) {
      sink.send(records.event(row));
      events++;
    } else {
      sink.send(records.reading(row));
      readings++;
    }
  }
}

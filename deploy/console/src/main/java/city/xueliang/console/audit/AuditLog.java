package city.xueliang.console.audit;

import city.xueliang.console.access.Seat;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.ApiException;
import city.xueliang.console.send.TopicWriter;
import city.xueliang.schemas.AuditOutcome;
import city.xueliang.schemas.AuditRecord;
import city.xueliang.schemas.AuditedAct;
import city.xueliang.schemas.SeatRole;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import java.time.Clock;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what seats do onto the topic of audit records, before it is done: what cannot be written
 * there is not done. For several threads at a time.
 */
public final class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  /** Codes, ids, numbers and names of parameters, but no words of a person. */
  private static final Pattern QUERY = Pattern.compile("[0-9A-Za-z_.,:?&=/-]{1,1000}");

  private final TopicWriter writer;
  private final Clock clock;
  private final SingleObjectCodec<AuditRecord> codec = SingleObjectCodec.of(AuditRecord.class);

  public AuditLog(TopicWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * Notes that a seat takes figures away; to be called when the question is known to be allowed,
   * before the first byte of the file is sent.
   *
   * @param query path and checked parameters, such as {@code
   *     /api/history.csv?place=630105&measure=FLAME}
   * @throws ApiException UNAVAILABLE: then there is no export
   */
  public void export(SeatView view, String query) {
    if (!QUERY.matcher(query).matches()) {
      throw new IllegalArgumentException(
          "The query is '%s'; allowed: %s".formatted(query, QUERY.pattern()));
    }
    write(view.seat(), new Attempt(AuditedAct.EXPORT, null).withQuery(query));
  }

  /**
   * Notes that a seat does something.
   *
   * @throws ApiException UNAVAILABLE: then it is not to be done
   */
  public void write(Seat seat, Attempt attempt) {
    writer.write(record(seat, attempt, AuditOutcome.ACCEPTED));
  }

  /**
   * Notes what became of something, while nobody waits for that.
   *
   * @param seat null if it is not known
   */
  public void send(Seat seat, Attempt attempt, AuditOutcome outcome) {
    writer.send(
        record(seat, attempt, outcome),
        failure ->
            LOG.warn(
                "No audit record could be written of a {} that ended as {}: {}",
                attempt.act(),
                outcome,
                failure.getMessage()));
  }

  private ProducerRecord<String, byte[]> record(Seat seat, Attempt attempt, AuditOutcome outcome) {
    AuditRecord record =
        AuditRecord.newBuilder()
            .setSeat(seat == null ? null : seat.id())
            .setRole(seat == null ? SeatRole.UNKNOWN : SeatRole.valueOf(seat.role().name()))
            .setAct(attempt.act())
            .setSubject(attempt.subject())
            .setActionId(attempt.actionId())
            .setQuery(attempt.query())
            .setOutcome(outcome)
            .setAt(clock.instant())
            .build();
    byte[] value;
    synchronized (codec) {
      value = codec.encode(record);
    }
    return new ProducerRecord<>(Topics.AUDIT_RECORDS, record.getSeat(), value);
  }
}

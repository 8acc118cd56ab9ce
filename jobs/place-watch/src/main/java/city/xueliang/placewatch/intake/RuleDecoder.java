package city.xueliang.placewatch.intake;

import city.xueliang.domain.rule.InvalidRulesException;
import city.xueliang.rulebook.RulebookReader;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.UndecodableException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Checks the records of {@code rules}, in form and in meaning: a rule that makes no sense is
 * rejected, and the one in force stays.
 */
public final class RuleDecoder implements KafkaRecordDeserializationSchema<Decoded<RuleChange>> {
  @Serial private static final long serialVersionUID = 1L;

  private static final byte[] NO_BYTES = {};

  /** Characters; a rule can be wrong in many ways. */
  private static final int LONGEST_DETAIL = 5_000;

  private transient RulebookReader reader;

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    reader = new RulebookReader();
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> record, Collector<Decoded<RuleChange>> out) {
    out.collect(decode(record));
  }

  Decoded<RuleChange> decode(ConsumerRecord<byte[], byte[]> record) {
    String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    try {
      Position position = new Position(record.offset(), record.timestamp());
      return Decoded.taken(
          new RuleChange(reader.read(key, record.value()), position), record.timestamp());
    } catch (UndecodableException e) {
      return rejected(record, e.reason(), e.getMessage());
    } catch (InvalidRulesException e) {
      return rejected(record, RejectReason.BAD_RULE, e.text(Locale.ENGLISH));
    }
  }

  private static Decoded<RuleChange> rejected(
      ConsumerRecord<byte[], byte[]> record, RejectReason reason, String detail) {
    SourceRecord source =
        new SourceRecord(
            record.topic(),
            record.partition(),
            record.offset(),
            record.timestamp(),
            record.value() == null ? NO_BYTES : record.value());
    return Decoded.rejected(new Rejection(source, reason, Excerpt.of(detail, LONGEST_DETAIL)));
  }

  @Override
  public TypeInformation<Decoded<RuleChange>> getProducedType() {
    return Decoded.type(new RuleChange.Form());
  }
}

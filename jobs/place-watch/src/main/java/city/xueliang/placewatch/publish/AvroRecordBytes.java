package city.xueliang.placewatch.publish;

import city.xueliang.flink.kafka.RecordBytes;
import city.xueliang.schemas.SingleObjectCodec;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes a value as a record of one contract.
 *
 * @param <T> the value's class
 * @param <A> contract of the topic
 */
public final class AvroRecordBytes<T, A extends SpecificRecord> implements RecordBytes<T> {
  @Serial private static final long serialVersionUID = 1L;

  private final Class<A> contract;
  private final Step<T, String> key;
  private final Step<T, A> body;
  private transient SingleObjectCodec<A> codec;

  AvroRecordBytes(Class<A> contract, Step<T, String> key, Step<T, A> body) {
    this.contract = contract;
    this.key = key;
    this.body = body;
  }

  /** A function that can be sent along with the job. */
  interface Step<T, R> extends Function<T, R>, Serializable {}

  @Override
  public void open() {
    codec = SingleObjectCodec.of(contract);
  }

  @Override
  public byte[] key(T value) {
    return key.apply(value).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] value(T value) {
    return codec.encode(body.apply(value));
  }
}

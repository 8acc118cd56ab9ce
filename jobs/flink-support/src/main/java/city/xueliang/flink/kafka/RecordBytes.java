package city.xueliang.flink.kafka;

import java.io.Serializable;

/**
 * How a value becomes a Kafka record. Used by one thread; {@link #open} is called first.
 *
 * @param <T> the value's class
 */
public interface RecordBytes<T> extends Serializable {

  /** Makes what cannot be sent along with the job, such as a codec. */
  void open();

  byte[] key(T value);

  byte[] value(T value);
}

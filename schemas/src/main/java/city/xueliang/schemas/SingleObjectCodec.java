package city.xueliang.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes and reads one contract in Avro single-object encoding: {@code C3 01}, the writer schema's
 * 8-byte CRC-64-AVRO fingerprint in little-endian order, the binary body. Reads every released
 * version.
 *
 * <p>Not safe for use by two threads at once: readers, buffers and decoder are reused.
 *
 * @param <T> generated class of the contract
 */
public final class SingleObjectCodec<T extends SpecificRecord> {
  private static final int HEADER_LENGTH = 10;

  private final Schema schema;
  private final byte[] header;
  private final SpecificData data;
  private final SpecificDatumWriter<T> writer;
  private final Map<Long, SpecificDatumReader<T>> readers = new HashMap<>();
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
  private final MessageDecoder decoder = new MessageDecoder();
  private BinaryEncoder encoder;

  private SingleObjectCodec(Class<T> contract) {
    this.data = SpecificData.getForClass(contract);
    this.schema = data.getSchema(contract);
    this.header = header(schema);
    this.writer = new SpecificDatumWriter<>(schema, data);
  }

  /** A codec for the contract of this generated class. */
  public static <T extends SpecificRecord> SingleObjectCodec<T> of(Class<T> contract) {
    return new SingleObjectCodec<>(contract);
  }

  /** The single-object encoding of a record, by the newest version of its contract. */
  public byte[] encode(T record) {
    buffer.reset();
    buffer.writeBytes(header);
    encoder = EncoderFactory.get().directBinaryEncoder(buffer, encoder);
    try {
      writer.write(record, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.toByteArray();
  }

  /**
   * Reads a record.
   *
   * @param bytes single-object encoding by any released version of the contract
   * @param reuse record to fill, or null for a new one
   * @throws UndecodableException if the bytes are anything else; never fails in another way,
   *     whatever the bytes
   */
  public T decode(byte[] bytes, T reuse) throws UndecodableException {
    SpecificDatumReader<T> reader = readerFor(bytes);
    decoder.reset(bytes, HEADER_LENGTH);
    T record;
    try {
      record = reader.read(reuse, decoder);
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      throw new UndecodableException(
          RejectReason.UNREADABLE,
          "body of %s breaks off or is garbled at byte %d of %d: %s"
              .formatted(schema.getName(), decoder.position(), bytes.length, e.getMessage()));
    }
    if (decoder.position() != bytes.length) {
      throw new UndecodableException(
          RejectReason.UNREADABLE,
          "%s ends at byte %d, but %d bytes were sent"
              .formatted(schema.getName(), decoder.position(), bytes.length));
    }
    return record;
  }

  private SpecificDatumReader<T> readerFor(byte[] bytes) throws UndecodableException {
    if (bytes == null
        || bytes.length < HEADER_LENGTH
        || bytes[0] != header[0]
        || bytes[1] != header[1]) {
      throw new UndecodableException(
          RejectReason.UNREADABLE,
          "no Avro single-object encoding: it starts with C3 01 and an 8-byte fingerprint, "
              + (bytes == null
                  ? "but there is no value"
                  : "these are " + bytes.length + " other bytes"));
    }
    long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    SpecificDatumReader<T> reader = readers.get(fingerprint);
    return reader != null ? reader : addReader(fingerprint);
  }

  private SpecificDatumReader<T> addReader(long fingerprint) throws UndecodableException {
    Schema written = ReleasedSchemas.find(fingerprint);
    if (written == null) {
      throw new UndecodableException(
          RejectReason.UNKNOWN_SCHEMA,
          "fingerprint %016x is of no released schema".formatted(Long.reverseBytes(fingerprint)));
    }
    if (!written.getFullName().equals(schema.getFullName())) {
      throw new UndecodableException(
          RejectReason.WRONG_TYPE,
          "a %s stands where only a %s may".formatted(written.getName(), schema.getName()));
    }
    SpecificDatumReader<T> reader = new SpecificDatumReader<>(written, schema, data);
    readers.put(fingerprint, reader);
    return reader;
  }

  private static byte[] header(Schema schema) {
    return ByteBuffer.allocate(HEADER_LENGTH)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0xC3)
        .put((byte) 0x01)
        .putLong(SchemaNormalization.parsingFingerprint64(schema))
        .array();
  }
}

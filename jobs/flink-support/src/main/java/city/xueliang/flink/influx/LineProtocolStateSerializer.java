package city.xueliang.flink.influx;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/**
 * The buffered lines in a checkpoint. Version 1: a line is its length (int) and its UTF-8 bytes.
 */
final class LineProtocolStateSerializer extends AsyncSinkWriterStateSerializer<LineProtocol> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public BufferedRequestState<LineProtocol> deserialize(int version, byte[] serialized)
      throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "State of the InfluxDB sink has version %d; this release reads version %d"
              .formatted(version, VERSION));
    }
    return super.deserialize(version, serialized);
  }

  @Override
  protected void serializeRequestToStream(LineProtocol line, DataOutputStream out)
      throws IOException {
    out.writeInt(line.length());
    out.write(line.utf8());
  }

  // The base's size is no help: it is capped, and only what a batch counts.
  @Override
  protected LineProtocol deserializeRequestFromStream(long requestSize, DataInputStream in)
      throws IOException {
    int length = in.readInt();
    byte[] utf8 = in.readNBytes(length);
    if (utf8.length < length) {
      throw new EOFException("State of the InfluxDB sink ends within a line");
    }
    return new LineProtocol(utf8);
  }
}

package city.xueliang.console.signin;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The first words of a TLS client (RFC 5246, 7.4.1.2), byte by byte: the JDK's own client no longer
 * says those of old versions.
 */
final class ClientHello {
  static final int TLS_1_1 = 0x0302;
  static final int TLS_1_2 = 0x0303;

  /** First byte of a record by which the server goes on with the handshake. */
  static final int HANDSHAKE = 22;

  /** Last byte of an alert that says that the version is not taken. */
  static final int PROTOCOL_VERSION = 70;

  private static final int ALERT = 21;
  private static final int RANDOM_BYTES = 32;

  /** ECDHE_ECDSA with AES_128: by GCM and SHA256, and by CBC and SHA, which all versions know. */
  private static final int[] CIPHERS = {0xC02B, 0xC009};

  /**
   * supported_groups: secp256r1; ec_point_formats; signature_algorithms: ecdsa, SHA256 and SHA1.
   */
  private static final int[] EXTENSIONS = {
    0, 10, 0, 4, 0, 2, 0, 23, 0, 11, 0, 2, 1, 0, 0, 13, 0, 6, 0, 4, 4, 3, 2, 3
  };

  private ClientHello() {}

  /**
   * Says them to a port of this machine.
   *
   * @return {@link #HANDSHAKE}, or what the server's alert says
   */
  static int answer(int port, int version) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(record(version));
      DataInputStream in = new DataInputStream(socket.getInputStream());
      int type = in.readUnsignedByte();
      if (type != ALERT) {
        return type;
      }
      in.skipNBytes(5);
      return in.readUnsignedByte();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] record(int version) throws IOException {
    byte[] body = body(version);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream record = new DataOutputStream(bytes);
    record.writeByte(HANDSHAKE);
    record.writeShort(version);
    record.writeShort(body.length + 4);
    record.writeInt(1 << 24 | body.length);
    record.write(body);
    return bytes.toByteArray();
  }

  private static byte[] body(int version) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    body.writeShort(version);
    body.write(new byte[RANDOM_BYTES]);
    body.writeByte(0);
    body.writeShort(CIPHERS.length * 2);
    for (int cipher : CIPHERS) {
      body.writeShort(cipher);
    }
    body.writeShort(0x0100);
    body.writeShort(EXTENSIONS.length);
    for (int each : EXTENSIONS) {
      body.writeByte(each);
    }
    return bytes.toByteArray();
  }
}

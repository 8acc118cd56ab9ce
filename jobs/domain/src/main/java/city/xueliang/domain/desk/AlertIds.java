package city.xueliang.domain.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identities of alerts: the same records give the same ones in every run. */
final class AlertIds {
  private static final int BYTES = 16;

  private AlertIds() {}

  /** The first 128 bits of the SHA-256 of rule, scope and first occurrence, 32 hex digits. */
  static String of(String ruleAndScope, long firstOccurredAt) {
    String identity = ruleAndScope + '@' + firstOccurredAt;
    byte[] hash = sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

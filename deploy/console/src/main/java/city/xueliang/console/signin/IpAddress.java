package city.xueliang.console.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses, without asking a name server for what is none. */
public final class IpAddress {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
  private static final Pattern FORM =
      Pattern.compile(OCTET + "(\\." + OCTET + "){3}|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]*(%\\w+)?]?");

  private IpAddress() {}

  /** Empty if it is none; with or without the brackets that an address in a URL has. */
  public static Optional<InetAddress> read(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}

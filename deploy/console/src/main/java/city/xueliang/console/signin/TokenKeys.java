package city.xueliang.console.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/**
 * The issuer's keys. They are asked for every few minutes, and at once for a key that is not known,
 * though not more often than tokens with invented keys could make it; while the issuer is away the
 * last ones are good.
 */
final class TokenKeys {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 2_000;
  private static final int MOST_BYTES = 1 << 18;
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration WAITED_FOR = Duration.ofSeconds(10);
  private static final Duration BETWEEN = Duration.ofSeconds(30);
  private static final Duration OUTAGE = Duration.ofHours(24);

  private final JWKSource<SecurityContext> source;

  TokenKeys(URI address) throws IssuerException {
    try {
      source =
          JWKSourceBuilder.create(
                  address.toURL(),
                  new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES))
              .cache(KEPT.toMillis(), WAITED_FOR.toMillis())
              .rateLimited(BETWEEN.toMillis())
              .retrying(true)
              .outageTolerant(OUTAGE.toMillis())
              .build();
    } catch (MalformedURLException e) {
      throw IssuerException.unreachable("The address of the issuer's keys is " + address, e);
    }
  }

  JWKSource<SecurityContext> source() {
    return source;
  }
}

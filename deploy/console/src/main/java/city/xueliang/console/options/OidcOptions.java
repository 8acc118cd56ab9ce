package city.xueliang.console.options;

import city.xueliang.console.signin.OidcSettings;
import city.xueliang.console.signin.SafeAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Who vouches for seats. */
final class OidcOptions {
  @Option(names = "--oidc-issuer", paramLabel = "URL", descriptionKey = "oidc-issuer")
  private URI issuer;

  @Option(names = "--oidc-audience", paramLabel = "NAME", descriptionKey = "oidc-audience")
  private String audience;

  @Option(names = "--oidc-client-id", paramLabel = "ID", descriptionKey = "oidc-client-id")
  private String clientId;

  @Option(
      names = "--oidc-client-secret-file",
      paramLabel = "FILE",
      descriptionKey = "oidc-client-secret-file")
  private Path secretFile;

  @Option(
      names = "--oidc-client-secret-env",
      paramLabel = "VARIABLE",
      descriptionKey = "oidc-client-secret-env")
  private String secretVariable;

  @Option(
      names = "--oidc-scopes",
      paramLabel = "SCOPE",
      split = ",",
      defaultValue = "openid,offline_access",
      descriptionKey = "oidc-scopes")
  private List<String> scopes;

  @Option(
      names = "--oidc-seat-claim",
      paramLabel = "CLAIM",
      defaultValue = OidcSettings.SEAT_CLAIM,
      descriptionKey = "oidc-seat-claim")
  private String seatClaim;

  @Option(
      names = "--oidc-role-claim",
      paramLabel = "CLAIM",
      defaultValue = OidcSettings.ROLE_CLAIM,
      descriptionKey = "oidc-role-claim")
  private String roleClaim;

  @Option(
      names = "--oidc-places-claim",
      paramLabel = "CLAIM",
      defaultValue = OidcSettings.PLACES_CLAIM,
      descriptionKey = "oidc-places-claim")
  private String placesClaim;

  /** Empty if nothing is said of an issuer. */
  Optional<OidcSettings> settings(Map<String, String> environment) throws WrongOptionException {
    List<String> missing =
        Stream.of(
                missing("--oidc-issuer", issuer),
                missing("--oidc-audience", audience),
                missing("--oidc-client-id", clientId))
            .flatMap(Optional::stream)
            .toList();
    if (issuer == null && audience == null && clientId == null) {
      return Optional.empty();
    }
    if (!missing.isEmpty()) {
      throw new WrongOptionException("oidc-incomplete", String.join(", ", missing));
    }
    if (!SafeAddress.is(issuer)) {
      throw new WrongOptionException("wrong-issuer", issuer);
    }
    return Optional.of(
        new OidcSettings(
            issuer,
            audience,
            clientId,
            SecretOptions.secret("--oidc-client-secret", secretFile, secretVariable, environment),
            scopes,
            seatClaim,
            roleClaim,
            placesClaim));
  }

  private static Optional<String> missing(String option, Object value) {
    return value == null ? Optional.of(option) : Optional.empty();
  }
}

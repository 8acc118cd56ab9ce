package city.xueliang.console.signin;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The OpenID Connect issuer that vouches for seats.
 *
 * @param issuer as tokens name it; its discovery document lies below it
 * @param audience that a bearer token must be for
 * @param clientId of this server at the issuer; what an ID token must be for
 * @param clientSecret asked for at each use; empty for a public client, which PKCE alone protects
 * @param scopes asked for at sign-in
 * @param seatClaim claim that holds the seat's id
 * @param roleClaim claim that holds the role's name
 * @param placesClaim claim that holds the codes of places and zones; without it the seat sees the
 *     place that its id begins with
 */
public record OidcSettings(
    URI issuer,
    String audience,
    String clientId,
    Optional<Supplier<String>> clientSecret,
    List<String> scopes,
    String seatClaim,
    String roleClaim,
    String placesClaim) {
  public static final String SEAT_CLAIM = "seat";
  public static final String ROLE_CLAIM = "role";
  public static final String PLACES_CLAIM = "places";
  public static final List<String> SCOPES = List.of("openid", "offline_access");

  public OidcSettings {
    scopes = List.copyOf(scopes);
  }

  /** A public client with the usual scopes and claims. */
  public static OidcSettings of(URI issuer, String audience, String clientId) {
    return new OidcSettings(
        issuer, audience, clientId, Optional.empty(), SCOPES, SEAT_CLAIM, ROLE_CLAIM, PLACES_CLAIM);
  }
}

package city.xueliang.console.signin;

import city.xueliang.console.access.Role;
import city.xueliang.console.access.Seat;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the seat out of a token's claims. */
final class SeatClaims {
  private final OidcSettings settings;

  SeatClaims(OidcSettings settings) {
    this.settings = settings;
  }

  /** The seat that the issuer vouches for; who has no seat is nobody here. */
  Seat seat(JWTClaimsSet claims) throws IssuerException {
    Object id = claims.getClaim(settings.seatClaim());
    if (!(id instanceof String seat)) {
      throw IssuerException.refused("The token names no seat in its claim " + settings.seatClaim());
    }
    try {
      return new Seat(seat, role(claims), places(claims, seat));
    } catch (IllegalArgumentException e) {
      throw IssuerException.refused(e.getMessage());
    }
  }

  /** Other names may stand beside it; which one counts must not be a matter of order. */
  private Role role(JWTClaimsSet claims) throws IssuerException {
    Set<String> names = Set.copyOf(texts(claims.getClaim(settings.roleClaim())));
    List<Role> roles =
        Arrays.stream(Role.values()).filter(role -> names.contains(role.name())).toList();
    if (roles.size() != 1) {
      throw IssuerException.refused(
          "The token's claim %s has to name one of %s"
              .formatted(settings.roleClaim(), Arrays.toString(Role.values())));
    }
    return roles.get(0);
  }

  private Set<String> places(JWTClaimsSet claims, String seat) {
    Object claim = claims.getClaim(settings.placesClaim());
    return claim == null
        ? Set.of(seat.substring(0, Math.max(0, seat.indexOf('-'))))
        : Set.copyOf(texts(claim));
  }

  /** One text, several in one, or a list. */
  private static Collection<String> texts(Object claim) {
    Stream<?> parts =
        claim instanceof Collection<?> list
            ? list.stream()
            : Stream.of(claim instanceof String text ? text : "");
    return parts
        .flatMap(part -> Arrays.stream(String.valueOf(part).trim().split("[ ,]+", -1)))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.toSet());
  }
}

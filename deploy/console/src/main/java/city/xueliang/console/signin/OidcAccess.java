package city.xueliang.console.signin;

import java.time.Clock;

/** What it takes to admit seats that an issuer vouches for. */
record OidcAccess(OidcClient issuer, SeatClaims claims, Sessions sessions) {
  static OidcAccess of(OidcSettings settings, Clock clock) {
    OidcClient issuer = new OidcClient(settings, clock);
    SeatClaims claims = new SeatClaims(settings);
    return new OidcAccess(issuer, claims, new Sessions(issuer, claims, clock));
  }
}

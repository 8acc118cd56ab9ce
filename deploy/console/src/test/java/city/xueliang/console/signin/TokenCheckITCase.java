package city.xueliang.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of a real issuer, and of those who pretend to be it. */
class TokenCheckITCase {
  private TestingIssuer issuer;
  private OidcClient client;

  @BeforeEach
  void start() {
    issuer = TestingIssuer.start();
    client = new OidcClient(issuer.settings(), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void aTokenOfTheIssuerIsTaken() throws IssuerException {
    JWTClaimsSet claims = client.check(issuer.accessToken(token -> {}));

    assertThat(claims.getClaim("seat")).isEqualTo("630105-dispatch-02");
  }

  @Test
  void eachAllowedAlgorithmIsTaken() throws IssuerException {
    String elliptic = issuer.tokenByEllipticKey();

    assertThat(client.check(issuer.tokenBy(JWSAlgorithm.RS256))).isNotNull();
    assertThat(client.check(issuer.tokenBy(JWSAlgorithm.PS256))).isNotNull();
    assertThat(client.check(elliptic)).isNotNull();
  }

  @Test
  void otherAlgorithmsAreRefused() {
    assertRefused(issuer.tokenBy(JWSAlgorithm.RS384));
    assertRefused(issuer.tokenBy(JWSAlgorithm.RS512));
  }

  @Test
  void aTokenWithoutSignatureIsRefused() {
    assertRefused(new PlainJWT(issuer.seatClaims()).serialize());
  }

  @Test
  void thePublicKeyIsNoSecretToSignWith() throws JOSEException {
    byte[] known = issuer.publicKey().toJSONString().getBytes(StandardCharsets.UTF_8);
    OctetSequenceKey key =
        new OctetSequenceKey.Builder(known).keyID(issuer.publicKey().getKeyID()).build();

    assertRefused(TestingIssuer.sign(key, JWSAlgorithm.HS256, issuer.seatClaims()));
  }

  @Test
  void aTokenOfAnotherKeyWithTheSameIdIsRefused() {
    assertRefused(
        TestingIssuer.sign(TestingIssuer.rsa("first"), JWSAlgorithm.RS256, issuer.seatClaims()));
  }

  @Test
  void anotherAudienceIsRefused() {
    assertRefused(token -> token.audience("somebody-else"));
    assertRefused(token -> token.audience((String) null));
    assertRefused(token -> token.audience(TestingIssuer.CLIENT));
  }

  @Test
  void anotherIssuerIsRefused() {
    assertRefused(token -> token.issuer("https://elsewhere.example"));
    assertRefused(token -> token.issuer(null));
  }

  @Test
  void aTokenIsGoodForAMinuteAfterItsEnd() throws IssuerException {
    assertThat(client.check(issuer.accessToken(expiring(-50)))).isNotNull();
    assertRefused(expiring(-70));
    assertRefused(token -> token.expirationTime(null));
  }

  @Test
  void aTokenIsGoodFromAMinuteBeforeItsBeginning() throws IssuerException {
    assertThat(client.check(issuer.accessToken(token -> token.notBeforeTime(in(50))))).isNotNull();
    assertRefused(token -> token.notBeforeTime(in(70)));
  }

  @Test
  void whatIsNoTokenIsRefused() {
    assertRefused("");
    assertRefused("a.b.c");
    assertRefused(issuer.accessToken(token -> {}) + "x");
  }

  @Test
  void aNewKeyIsFetchedWhenATokenIsSignedWithIt() throws IssuerException {
    String before = issuer.accessToken(token -> {});
    assertThat(client.check(before)).isNotNull();

    issuer.rotate();

    assertThat(client.check(issuer.accessToken(token -> {}))).isNotNull();
    assertRefusedOrUnchecked(before);
  }

  @Test
  void inventedKeysDoNotSendTheServerToTheIssuerEachTime() throws IssuerException {
    client.check(issuer.accessToken(token -> {}));

    RSAKey key = TestingIssuer.rsa("invented").toRSAKey();
    for (int i = 0; i < 50; i++) {
      RSAKey invented = new RSAKey.Builder(key).keyID("invented-" + i).build();
      assertRefusedOrUnchecked(
          TestingIssuer.sign(invented, JWSAlgorithm.RS256, issuer.seatClaims()));
    }

    assertThat(issuer.keyRequests()).isLessThan(5);
  }

  @Test
  void knownKeysAreGoodWhileTheIssuerIsAway() throws IssuerException {
    client.check(issuer.accessToken(token -> {}));

    issuer.goAway();

    assertThat(client.check(issuer.accessToken(token -> {}))).isNotNull();
  }

  @Test
  void anIssuerThatNeverAnsweredIsNoRefusal() {
    issuer.goAway();

    IssuerException failure =
        catchThrowableOfType(
            IssuerException.class, () -> client.check(issuer.accessToken(token -> {})));

    assertThat(failure.isFinal()).isFalse();
  }

  @Test
  void anIssuerThatCallsItselfOtherwiseIsRefused() {
    OidcSettings other =
        OidcSettings.of(
            java.net.URI.create(issuer.uri().toString().replace("127.0.0.1", "localhost")),
            TestingIssuer.AUDIENCE,
            TestingIssuer.CLIENT);

    assertThatThrownBy(
            () -> new OidcClient(other, Clock.systemUTC()).check(issuer.accessToken(t -> {})))
        .isInstanceOf(IssuerException.class)
        .hasMessageContaining("says that it is http://127.0.0.1");
  }

  @Test
  void theSeatIsReadOutOfTheClaims() throws Exception {
    SeatClaims claims = new SeatClaims(issuer.settings());
    JWTClaimsSet.Builder token =
        new JWTClaimsSet.Builder()
            .claim("seat", "630105-dispatch-02")
            .claim("role", List.of("offline_access", "ANALYST"));

    assertThat(claims.seat(token.build()).places()).containsExactly("630105");
    assertThat(claims.seat(token.build()).role().name()).isEqualTo("ANALYST");
    assertThat(claims.seat(token.claim("places", "630105002 ZONE-1").build()).places())
        .containsExactlyInAnyOrder("630105002", "ZONE-1");
    assertThatThrownBy(() -> claims.seat(token.claim("places", List.of()).build()))
        .hasMessageContaining("no places");
    assertThatThrownBy(() -> claims.seat(token.claim("role", "ANALYST OPERATOR").build()))
        .hasMessageContaining("role");
    assertThatThrownBy(() -> claims.seat(token.claim("role", "ADMIN").build()))
        .hasMessageContaining("role");
    token.claim("role", "VIEWER").claim("places", "630105");
    assertThatThrownBy(() -> claims.seat(token.claim("seat", "Zhang San").build()))
        .hasMessageContaining("630105-dispatch-02");
    assertThatThrownBy(() -> claims.seat(new JWTClaimsSet.Builder().build()))
        .hasMessageContaining("seat");
  }

  private void assertRefused(Consumer<JWTClaimsSet.Builder> changes) {
    assertRefused(issuer.accessToken(changes));
  }

  private void assertRefused(String token) {
    IssuerException refusal =
        catchThrowableOfType(IssuerException.class, () -> client.check(token));
    assertThat(refusal).isNotNull();
    assertThat(refusal.isFinal()).isTrue();
  }

  private void assertRefusedOrUnchecked(String token) {
    assertThatThrownBy(() -> client.check(token)).isInstanceOf(IssuerException.class);
  }

  private static Consumer<JWTClaimsSet.Builder> expiring(long seconds) {
    return token -> token.expirationTime(in(seconds));
  }

  private static Date in(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }
}

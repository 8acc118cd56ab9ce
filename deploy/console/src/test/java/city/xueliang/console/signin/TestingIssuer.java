package city.xueliang.console.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An OpenID Connect issuer at a port of this machine. Signs everybody in as one seat. */
public final class TestingIssuer implements AutoCloseable {
  public static final String AUDIENCE = "xueliang-console";
  public static final String CLIENT = "console-page";

  private static final int OK = 200;
  private static final int FOUND = 302;
  private static final int BAD = 400;
  private static final int AWAY = 503;

  private final HttpServer server;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Map<String, Boolean> refreshTokens = new ConcurrentHashMap<>();
  private final AtomicInteger refreshes = new AtomicInteger();
  private final AtomicInteger keyRequests = new AtomicInteger();
  private volatile List<JWK> keys = List.of(rsa("first"));
  private volatile Duration lifetime = Duration.ofMinutes(5);
  private volatile Consumer<JWTClaimsSet.Builder> claims = builder -> {};
  private volatile boolean isAway;
  private volatile boolean refusesRefresh;

  private TestingIssuer(HttpServer server) {
    this.server = server;
  }

  public static TestingIssuer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TestingIssuer issuer = new TestingIssuer(server);
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext("/.well-known/openid-configuration", issuer.answering(issuer::document));
      server.createContext("/keys", issuer.answering(issuer::keySet));
      server.createContext("/authorize", issuer::authorize);
      server.createContext("/token", issuer::token);
      server.start();
      return issuer;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public OidcSettings settings() {
    return OidcSettings.of(uri(), AUDIENCE, CLIENT);
  }

  /** How long tokens are good from now on. */
  public TestingIssuer lifetime(Duration next) {
    lifetime = next;
    return this;
  }

  /** Claims of access tokens that differ from those of 630105-dispatch-02. */
  public TestingIssuer claims(Consumer<JWTClaimsSet.Builder> changes) {
    claims = changes;
    return this;
  }

  /** Signs with another key, and no longer shows the one before. */
  public void rotate() {
    keys = List.of(rsa(UUID.randomUUID().toString()));
  }

  public void goAway() {
    isAway = true;
  }

  public void refuseRefresh() {
    refusesRefresh = true;
  }

  public int refreshes() {
    return refreshes.get();
  }

  public int keyRequests() {
    return keyRequests.get();
  }

  /** An access token by the newest key. */
  public String accessToken(Consumer<JWTClaimsSet.Builder> changes) {
    JWTClaimsSet.Builder token = common(AUDIENCE);
    token.claim("seat", "630105-dispatch-02").claim("role", "DISPATCHER");
    token.claim("places", List.of("630105"));
    claims.accept(token);
    changes.accept(token);
    return sign(keys.get(0), JWSAlgorithm.RS256, token.build());
  }

  /** Signed with an elliptic key that is shown from now on, too. */
  public String tokenByEllipticKey() {
    try {
      JWK key = new ECKeyGenerator(Curve.P_256).keyID("elliptic").generate();
      keys = List.of(keys.get(0), key);
      return sign(key, JWSAlgorithm.ES256, seatClaims());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed by the newest key with another algorithm. */
  public String tokenBy(JWSAlgorithm algorithm) {
    return sign(keys.get(0), algorithm, seatClaims());
  }

  public JWTClaimsSet seatClaims() {
    return common(AUDIENCE).claim("seat", "630105-dispatch-02").claim("role", "VIEWER").build();
  }

  /** Signs with any key, as somebody does who is not the issuer. */
  public static String sign(JWK key, JWSAlgorithm algorithm, JWTClaimsSet claims) {
    try {
      JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(key, algorithm);
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key that is shown now. */
  public JWK publicKey() {
    return keys.get(0).toPublicJWK();
  }

  static JWK rsa(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private JWTClaimsSet.Builder common(String audience) {
    return new JWTClaimsSet.Builder()
        .issuer(uri().toString())
        .audience(audience)
        .subject("somebody")
        .expirationTime(Date.from(Instant.now().plus(lifetime)));
  }

  private Map<String, Object> document() {
    return Map.of(
        "issuer", uri().toString(),
        "authorization_endpoint", uri() + "/authorize",
        "token_endpoint", uri() + "/token",
        "jwks_uri", uri() + "/keys");
  }

  private Map<String, Object> keySet() {
    keyRequests.incrementAndGet();
    return new JWKSet(keys).toJSONObject();
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    exchange.sendResponseHeaders(FOUND, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> asked =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (isAway) {
      answer(exchange, AWAY, Map.of());
    } else if ("refresh_token".equals(asked.get("grant_type"))) {
      refreshes.incrementAndGet();
      boolean isKnown = refreshTokens.remove(asked.get("refresh_token")) != null;
      if (isKnown && !refusesRefresh) {
        answer(exchange, OK, tokens(null));
      } else {
        answer(exchange, BAD, Map.of("error", "invalid_grant"));
      }
    } else {
      Map<String, String> begun = codes.remove(String.valueOf(asked.get("code")));
      boolean isSound =
          begun != null
              && CLIENT.equals(asked.get("client_id"))
              && "S256".equals(begun.get("code_challenge_method"))
              && begun.get("redirect_uri").equals(asked.get("redirect_uri"))
              && begun.get("code_challenge").equals(Secrets.hash(asked.get("code_verifier")));
      if (isSound) {
        answer(exchange, OK, tokens(begun.get("nonce")));
      } else {
        answer(exchange, BAD, Map.of("error", "invalid_grant"));
      }
    }
  }

  private Map<String, Object> tokens(String nonce) {
    Map<String, Object> answer = new HashMap<>();
    String refresh = UUID.randomUUID().toString();
    refreshTokens.put(refresh, true);
    answer.put("access_token", accessToken(builder -> {}));
    answer.put("refresh_token", refresh);
    answer.put("token_type", "Bearer");
    if (nonce != null) {
      JWTClaimsSet id = common(CLIENT).claim("nonce", nonce).build();
      answer.put("id_token", sign(keys.get(0), JWSAlgorithm.RS256, id));
    }
    return answer;
  }

  private com.sun.net.httpserver.HttpHandler answering(
      java.util.function.Supplier<Map<String, Object>> body) {
    return exchange -> answer(exchange, isAway ? AWAY : OK, isAway ? Map.of() : body.get());
  }

  private static void answer(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    byte[] bytes = JSONObjectUtils.toJSONString(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> form(String text) {
    Map<String, String> parameters = new HashMap<>();
    Arrays.stream(text.split("&", -1))
        .map(parameter -> parameter.split("=", 2))
        .forEach(
            parts -> parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
    return parameters;
  }
}

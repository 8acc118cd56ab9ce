package city.xueliang.console.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.console.TestingCity;
import city.xueliang.console.TestingDoor;
import city.xueliang.console.WrittenRecords;
import city.xueliang.console.limit.Limits;
import city.xueliang.console.live.Laid;
import city.xueliang.console.signin.AccessSettings;
import city.xueliang.console.signin.TestingIssuer;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.rule.Silence;
import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.rulebook.RulebookReader;
import city.xueliang.schemas.Action;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.AuditOutcome;
import city.xueliang.schemas.AuditRecord;
import city.xueliang.schemas.AuditedAct;
import city.xueliang.schemas.DispatchAction;
import city.xueliang.schemas.ReasonCode;
import city.xueliang.schemas.SeatRole;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.Moments;
import city.xueliang.testing.TestingRule;
import city.xueliang.testing.Town;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What seats do, as it stands on the topics of a real broker. */
class ActionsITCase {
  private static final String NEAR = "00000000000000000000000000000001";
  private static final String NOWHERE = "00000000000000000000000000000009";
  private static final String FAR = "00000000000000000000000000000002";

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static TestingIssuer issuer;

  private TestingDoor door;

  @BeforeAll
  static void startKafka() {
    kafka = WrittenRecords.startKafka(folder);
    issuer = TestingIssuer.start();
  }

  @AfterAll
  static void stopKafka() {
    issuer.close();
    kafka.close();
  }

  @BeforeEach
  void start() {
    AccessSettings settings =
        new AccessSettings(Optional.of(issuer.settings()), Optional.empty(), Optional.empty());
    door = TestingDoor.start(kafka.bootstrapServers(), settings, Limits.DEFAULT);
    TestingCity.put(door.city());
    door.city().begin("topic", 1);
    TestingCity.put(door.city());
    put(TestingAlerts.open(NEAR).build());
    put(TestingAlerts.far(FAR).build());
    lay(RulebookChange.of(TestingRule.above("gas", Measure.GAS_LEL_PERCENT, 25, 20).build()));
  }

  @AfterEach
  void stop() {
    door.close();
  }

  @Test
  void anActionStandsOnTheTopicAsTheDeskTakesIt() {
    HttpResponse<String> answer =
        act("DISPATCHER", NEAR, "{\"action\":\"CLOSE\",\"revision\":1,\"reason\":\"FALSE_ALARM\"}");

    assertThat(answer.statusCode()).isEqualTo(202);
    ConsumerRecord<String, byte[]> record = WrittenRecords.last(kafka, Topics.DISPATCH_ACTIONS);
    DispatchAction action = WrittenRecords.decode(DispatchAction.class, record.value());
    assertThat(record.key()).isEqualTo(NEAR);
    assertThat(action.getAlertId()).isEqualTo(NEAR);
    assertThat(action.getAction()).isEqualTo(Action.CLOSE);
    assertThat(action.getReasonCode()).isEqualTo(ReasonCode.FALSE_ALARM);
    assertThat(action.getSeat()).isEqualTo("630105-dispatch-02");
    assertThat(action.getDistrict()).isEqualTo(Town.DISTRICT);
    assertThat(action.getRevision()).isEqualTo(1);
    assertThat(answer.body())
        .isEqualTo(
            "{\"actionId\":\"%s\"}"
                .formatted(HexFormat.of().formatHex(action.getActionId().bytes())));
  }

  @Test
  void anActionIsRecordedBeforeItIsDone() {
    act("DISPATCHER", NEAR, "{\"action\":\"ACKNOWLEDGE\",\"revision\":1}");

    AuditRecord audit = lastAudit();
    DispatchAction action =
        WrittenRecords.decode(
            DispatchAction.class, WrittenRecords.last(kafka, Topics.DISPATCH_ACTIONS).value());
    assertThat(audit.getSeat()).isEqualTo("630105-dispatch-02");
    assertThat(audit.getRole()).isEqualTo(SeatRole.DISPATCHER);
    assertThat(audit.getAct()).isEqualTo(AuditedAct.ACKNOWLEDGE);
    assertThat(audit.getSubject()).isEqualTo(NEAR);
    assertThat(audit.getActionId())
        .isEqualTo(HexFormat.of().formatHex(action.getActionId().bytes()));
    assertThat(audit.getOutcome()).isEqualTo(AuditOutcome.ACCEPTED);
    assertThat(audit.getAt()).isBeforeOrEqualTo(action.getAt());
  }

  @Test
  void anActionIsQuick() {
    act("DISPATCHER", NEAR, "{\"action\":\"ACKNOWLEDGE\",\"revision\":1}");
    Instant begun = Instant.now();

    act("DISPATCHER", NEAR, "{\"action\":\"ACKNOWLEDGE\",\"revision\":1}");

    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMillis(200));
  }

  @Test
  void aRoleThatMayNotActIsRefusedAndRecorded() {
    HttpResponse<String> answer =
        act("VIEWER", NEAR, "{\"action\":\"ACKNOWLEDGE\",\"revision\":1}");

    assertThat(answer.statusCode()).isEqualTo(403);
    awaitAudit(AuditedAct.ACKNOWLEDGE, AuditOutcome.FORBIDDEN);
  }

  @Test
  void anAlertOfAnotherDistrictIsLikeNone() {
    HttpResponse<String> far =
        act("DISPATCHER", FAR, "{\"action\":\"ACKNOWLEDGE\",\"revision\":1}");
    HttpResponse<String> none =
        act("DISPATCHER", NOWHERE, "{\"action\":\"ACKNOWLEDGE\",\"revision\":1}");

    assertThat(far.statusCode()).isEqualTo(404);
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(far.body().replace(FAR, "")).isEqualTo(none.body().replace(NOWHERE, ""));
    awaitAudit(AuditedAct.ACKNOWLEDGE, AuditOutcome.NOT_FOUND);
  }

  @Test
  void anAlertOutsideThePlaceOfTheSeatsIdIsSeenButNotWorked() {
    int before = WrittenRecords.of(kafka, Topics.DISPATCH_ACTIONS).size();
    String token =
        issuer.accessToken(
            claims -> claims.claim("places", List.of(Town.DISTRICT, Town.OTHER_DISTRICT)));

    HttpResponse<String> answer =
        door.post(
            "/api/alerts/" + FAR + "/actions",
            "{\"action\":\"ACKNOWLEDGE\",\"revision\":1}",
            "Authorization",
            "Bearer " + token);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("OUTSIDE_JURISDICTION", Town.FAR_GRID, "630105-dispatch-02");
    awaitAudit(AuditedAct.ACKNOWLEDGE, AuditOutcome.FORBIDDEN);
    assertThat(WrittenRecords.of(kafka, Topics.DISPATCH_ACTIONS)).hasSize(before);
  }

  @Test
  void aRevisionBeforeTheLastStepIsStale() {
    put(
        Alert.newBuilder(TestingAlerts.open(NEAR).build())
            .setRevision(2)
            .setState(AlertState.ACKNOWLEDGED)
            .setAcknowledgedAt(Moments.NOON)
            .setSeat("630105-dispatch-03")
            .build());

    HttpResponse<String> answer =
        act("DISPATCHER", NEAR, "{\"action\":\"ON_SITE\",\"revision\":1}");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("STALE_REVISION", "2");
  }

  @Test
  void aRevisionThatOnlyCountsIsNotStale() {
    put(
        Alert.newBuilder(TestingAlerts.open(NEAR).build())
            .setRevision(2)
            .setOccurrences(7)
            .build());

    assertThat(act("DISPATCHER", NEAR, "{\"action\":\"ACKNOWLEDGE\",\"revision\":1}").statusCode())
        .isEqualTo(202);
  }

  @Test
  void whatTheStateDoesNotAllowIsNotSent() {
    HttpResponse<String> answer =
        act("DISPATCHER", NEAR, "{\"action\":\"UNSHELVE\",\"revision\":1}");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("NOT_NOW", "UNSHELVE", "OPEN");
  }

  @Test
  void eachMistakeNamesFieldValueAndWhatIsAllowed() {
    assertMistake("[]", "body");
    assertMistake("{\"action\":\"ACKNOWLEDGE\"", "body");
    assertMistake("{\"action\":\"ESCALATE\",\"revision\":1}", "action", "ESCALATE", "SHELVE");
    assertMistake("{\"action\":\"ACKNOWLEDGE\"}", "revision", "1–2147483647");
    assertMistake("{\"action\":\"ACKNOWLEDGE\",\"revision\":0}", "revision", "“0”");
    assertMistake("{\"action\":\"ACKNOWLEDGE\",\"revision\":1.5}", "revision", "1.5");
    assertMistake("{\"action\":\"CLOSE\",\"revision\":1}", "reason", "HANDLED");
    assertMistake("{\"action\":\"ON_SITE\",\"revision\":1,\"reason\":\"TEST\"}", "reason", "CLOSE");
    assertMistake("{\"action\":\"SHELVE\",\"revision\":1}", "until");
    assertMistake("{\"action\":\"SHELVE\",\"revision\":1,\"until\":1}", "until", "“1”");
    assertMistake(
        "{\"action\":\"SHELVE\",\"revision\":1,\"until\":%d}"
            .formatted(Instant.now().plus(Duration.ofHours(25)).toEpochMilli()),
        "until");
    assertMistake("{\"action\":\"ON_SITE\",\"revision\":1,\"note\":\"x\"}", "note", "x", "action");
    assertMistake("{\"action\":\"ON_SITE\",\"action\":\"CLOSE\",\"revision\":1}", "body");
  }

  @Test
  void aSilenceStandsOnTheTopicAsTheJobTakesIt() throws Exception {
    long from = Instant.now().toEpochMilli();
    HttpResponse<String> answer = silence(Town.GRID, "gas", from, from + 3_600_000);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    ConsumerRecord<String, byte[]> record = WrittenRecords.last(kafka, Topics.RULES);
    Silence silence = new RulebookReader().read(record.key(), record.value()).silence();
    assertThat(answer.body()).contains(silence.id());
    assertThat(record.key()).isEqualTo("silence/" + silence.id());
    assertThat(silence.places()).containsExactly(Town.GRID);
    assertThat(silence.rules()).containsExactly("gas");
    assertThat(silence.from()).isEqualTo(from);
    assertThat(silence.seat()).isEqualTo("630105-dispatch-02");
    assertThat(new String(record.headers().lastHeader("seat").value(), StandardCharsets.UTF_8))
        .isEqualTo("630105-dispatch-02");
    assertThat(lastAudit().getSubject()).isEqualTo(silence.id());
  }

  @Test
  void aSilenceReachesNothingThatTheSeatDoesNotSee() {
    long from = Instant.now().toEpochMilli();

    assertThat(silence(Town.OTHER_DISTRICT, "gas", from, from + 1_000_000).statusCode())
        .isEqualTo(404);
    assertThat(silence(TestingCity.CITY, "gas", from, from + 1_000_000).statusCode())
        .isEqualTo(404);
    assertThat(silence(TestingCity.WIDE_ZONE, "gas", from, from + 1_000_000).statusCode())
        .isEqualTo(404);
    assertThat(silence(Town.DISTRICT, "no-such-rule", from, from + 1_000_000).statusCode())
        .isEqualTo(404);
    assertThat(silence(TestingCity.ZONE, "gas", from, from + 1_000_000).statusCode())
        .isEqualTo(202);
  }

  @Test
  void aSilenceOfMoreThanThirtyDaysIsRefused() {
    long from = Instant.now().toEpochMilli();

    HttpResponse<String> answer =
        silence(Town.GRID, "gas", from, from + Duration.ofDays(31).toMillis());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("BAD_PARAMETER", "to");
  }

  @Test
  void aSilenceEndsNowOrNeverBegins() throws Exception {
    long now = Instant.now().toEpochMilli();
    lay(laidSilence("running", Town.GRID, now - 60_000, now + 60_000));
    lay(laidSilence("planned", Town.GRID, now + 60_000, now + 120_000));
    lay(laidSilence("past", Town.GRID, now - 120_000, now - 60_000));
    lay(laidSilence("far", Town.FAR_GRID, now - 60_000, now + 60_000));

    assertThat(end("running").statusCode()).isEqualTo(202);
    ConsumerRecord<String, byte[]> record = WrittenRecords.last(kafka, Topics.RULES);
    Silence ended = new RulebookReader().read(record.key(), record.value()).silence();
    assertThat(ended.to()).isBetween(now, Instant.now().toEpochMilli());
    assertThat(end("planned").statusCode()).isEqualTo(202);
    assertThat(WrittenRecords.last(kafka, Topics.RULES).value()).isNull();
    assertThat(end("far").statusCode()).isEqualTo(404);
    assertThat(end("gas").statusCode()).isEqualTo(404);
    assertThat(end("past").statusCode()).isEqualTo(409);
    awaitAudit(AuditedAct.END_SILENCE, AuditOutcome.NOT_NOW);
  }

  @Test
  void aDispatcherMayNotSilence() {
    HttpResponse<String> answer =
        door.post("/api/silences", "{}", "Authorization", bearer("DISPATCHER"));

    assertThat(answer.statusCode()).isEqualTo(403);
    awaitAudit(AuditedAct.SILENCE, AuditOutcome.FORBIDDEN);
  }

  private void assertMistake(String body, String... said) {
    HttpResponse<String> answer = act("DISPATCHER", NEAR, body);
    assertThat(answer.statusCode()).as(body).isEqualTo(400);
    assertThat(answer.body()).contains("BAD_PARAMETER").contains(said);
  }

  private HttpResponse<String> act(String role, String alert, String body) {
    return door.post("/api/alerts/" + alert + "/actions", body, "Authorization", bearer(role));
  }

  private HttpResponse<String> silence(String place, String rule, long from, long to) {
    return door.post(
        "/api/silences",
        "{\"kind\":\"SILENCE\",\"places\":[\"%s\"],\"rules\":[\"%s\"],\"from\":%d,\"to\":%d}"
            .formatted(place, rule, from, to),
        "Authorization",
        bearer("OPERATOR"));
  }

  private HttpResponse<String> end(String silence) {
    return door.post(
        "/api/silences/" + silence + "/end", "{}", "Authorization", bearer("OPERATOR"));
  }

  private static String bearer(String role) {
    return "Bearer " + issuer.accessToken(token -> token.claim("role", role));
  }

  private static RulebookChange laidSilence(String id, String place, long from, long to) {
    return RulebookChange.of(
        new Silence(
            id, Silence.Kind.SILENCE, Set.of(place), Set.of(), from, to, "630105-dispatch-02"));
  }

  private void lay(RulebookChange change) {
    door.city().rulebook().lay(new Laid(change, "630100-ops-01", 0));
  }

  private void put(Alert alert) {
    door.city().put(alert, 0, alert.getRevision() * 10L);
  }

  private static AuditRecord lastAudit() {
    List<AuditRecord> records = WrittenRecords.audit(kafka);
    return records.get(records.size() - 1);
  }

  /** Nobody waits for the record of a refusal. */
  private static void awaitAudit(AuditedAct act, AuditOutcome outcome) {
    await()
        .untilAsserted(
            () ->
                assertThat(lastAudit())
                    .returns(act, AuditRecord::getAct)
                    .returns(outcome, AuditRecord::getOutcome)
                    .returns("630105-dispatch-02", AuditRecord::getSeat));
  }
}

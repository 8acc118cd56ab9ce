package city.xueliang.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** Dependencies point one way: deploy → jobs → flink-support, store → schemas, domain. */
@AnalyzeClasses(packages = "city.xueliang", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String DOMAIN = "city.xueliang.domain..";
  private static final String SCHEMAS = "city.xueliang.schemas..";
  private static final String FLINK_SUPPORT = "city.xueliang.flink..";
  private static final String STORE = "city.xueliang.store..";
  private static final String RULEBOOK = "city.xueliang.rulebook..";
  private static final String PLACE_WATCH = "city.xueliang.placewatch..";
  private static final String[] DEPLOY = {
    "city.xueliang.console..",
    "city.xueliang.embedded..",
    "city.xueliang.feeds..",
    "city.xueliang.local..",
    "city.xueliang.notify..",
    "city.xueliang.rules.."
  };

  @ArchTest
  static final ArchRule domainKnowsNoEngineAndNoFormat =
      noClasses()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..",
              "org.apache.kafka..",
              "org.apache.avro..",
              "com.influxdb..",
              SCHEMAS,
              FLINK_SUPPORT,
              STORE,
              RULEBOOK,
              PLACE_WATCH,
              "city.xueliang.console..",
              "city.xueliang.embedded..",
              "city.xueliang.feeds..",
              "city.xueliang.local..",
              "city.xueliang.notify..");

  @ArchTest
  static final ArchRule domainReadsNoClock =
      noClasses()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule jobsReadNoWallClock =
      noClasses()
          .that()
          .resideInAPackage(PLACE_WATCH)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule schemasKnowNothingOfUs =
      noClasses()
          .that()
          .resideInAPackage(SCHEMAS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DOMAIN, FLINK_SUPPORT, STORE, RULEBOOK, PLACE_WATCH);

  @ArchTest
  static final ArchRule flinkSupportHasNoPlaceAndNoAlert =
      noClasses()
          .that()
          .resideInAPackage(FLINK_SUPPORT)
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAnyPackage(
                      "city.xueliang.domain..", SCHEMAS, STORE, PLACE_WATCH)
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackage("city.xueliang.domain.state..")));

  @ArchTest
  static final ArchRule theStoreKnowsOnlyTheDomain =
      noClasses()
          .that()
          .resideInAPackage(STORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..",
              "org.apache.kafka..",
              "org.apache.avro..",
              SCHEMAS,
              FLINK_SUPPORT,
              PLACE_WATCH);

  @ArchTest
  static final ArchRule theRulebookKnowsOnlyDomainAndSchemas =
      noClasses()
          .that()
          .resideInAPackage(RULEBOOK)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..", "org.apache.kafka..", FLINK_SUPPORT, STORE, PLACE_WATCH);

  @ArchTest
  static final ArchRule jobsKnowNoDeployment =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN, SCHEMAS, FLINK_SUPPORT, STORE, RULEBOOK, PLACE_WATCH)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DEPLOY);

  @ArchTest
  static final ArchRule nothingUsesTheBenchmarks =
      noClasses()
          .that()
          .resideOutsideOfPackage("city.xueliang.benchmark..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("city.xueliang.benchmark..");

  @ArchTest
  static final ArchRule consoleFeedsNotificationAndEmbeddedServersKnowNoFlink =
      noClasses()
          .that()
          .resideInAnyPackage(
              "city.xueliang.console..",
              "city.xueliang.feeds..",
              "city.xueliang.embedded..",
              "city.xueliang.notify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", FLINK_SUPPORT, PLACE_WATCH);

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("city.xueliang.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesSayWhatTheyAreAbout =
      noClasses()
          .should()
          .resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..", "..model..");
}

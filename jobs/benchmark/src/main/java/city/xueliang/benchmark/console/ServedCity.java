package city.xueliang.benchmark.console;

import city.xueliang.benchmark.cluster.RunFolder;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Registry;
import city.xueliang.domain.rule.InvalidRulesException;
import city.xueliang.domain.rule.RuleFiles;
import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.EmbeddedStore;
import city.xueliang.feeds.registry.RegistryPublisher;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.local.kafka.CityTopics;
import city.xueliang.local.store.StoreTables;
import city.xueliang.rules.RulesTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** What a console reads from: a broker with registry and rules, and a store. */
final class ServedCity implements AutoCloseable {
  static final ZoneId TIME_ZONE = ZoneId.of("Asia/Shanghai");

  private static final double USUAL_RATE = 500;
  private static final String SEAT = "630100-ops-01";
  private static final String RULES = "deploy/rules/default.yaml";

  private final RunFolder folder;
  private final Registry registry;
  private final EmbeddedKafka kafka;
  private final EmbeddedStore store;

  private ServedCity(Path parent, double scale, long seed) throws IOException {
    folder = RunFolder.in(parent);
    registry = SimulatedCity.xining(new CityOptions(seed, scale, USUAL_RATE));
    kafka = EmbeddedKafka.start(folder.path().resolve("kafka"), 0);
    store = EmbeddedStore.start(folder.path().resolve("store"), 0);
  }

  /**
   * Starts it.
   *
   * @param parent of a folder for its data, which is deleted in the end
   * @param home of the project, where its rules are
   */
  static ServedCity start(Path parent, Path home, double scale, long seed)
      throws IOException, InvalidRulesException {
    ServedCity city = new ServedCity(parent, scale, seed);
    try {
      city.publish(home);
      return city;
    } catch (IOException | InvalidRulesException | RuntimeException e) {
      city.close();
      throw e;
    }
  }

  private void publish(Path home) throws IOException, InvalidRulesException {
    StoreTables.create(store);
    kafka.createTopics(CityTopics.all());
    try (RegistryPublisher publisher = RegistryPublisher.to(kafka())) {
      publisher.publish(registry);
    }
    RulesTopic.replace(
        kafka(), new RuleFiles(TIME_ZONE, SEAT).add(home.resolve(RULES)).read(), SEAT);
  }

  String kafka() {
    return kafka.bootstrapServers();
  }

  String store() {
    return store.url();
  }

  List<Place> places() {
    return registry.places();
  }

  int devices() {
    return registry.devices().size();
  }

  List<String> grids() {
    return registry.places().stream()
        .filter(place -> place.level() == Level.GRID)
        .map(Place::code)
        .toList();
  }

  @Override
  public void close() throws IOException {
    store.close();
    kafka.close();
    folder.delete();
  }
}

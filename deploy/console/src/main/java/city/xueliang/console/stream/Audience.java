package city.xueliang.console.stream;

import city.xueliang.console.access.Seat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All who watch, together with those who see the same places. */
final class Audience {
  private final Map<Set<String>, Set<StreamClient>> byPlaces = new ConcurrentHashMap<>();

  void add(StreamClient client) {
    byPlaces.compute(
        client.seat().places(),
        (places, group) -> {
          Set<StreamClient> grown = group == null ? ConcurrentHashMap.newKeySet() : group;
          grown.add(client);
          return grown;
        });
  }

  void remove(StreamClient client) {
    byPlaces.computeIfPresent(
        client.seat().places(),
        (places, group) -> {
          group.remove(client);
          return group.isEmpty() ? null : group;
        });
  }

  Stream<StreamClient> all() {
    return byPlaces.values().stream().flatMap(Set::stream);
  }

  /** Those who see the same, as they are now. */
  Stream<Group> groups() {
    return byPlaces.values().stream()
        .map(group -> group.toArray(StreamClient[]::new))
        .filter(group -> group.length > 0)
        .map(Group::new);
  }

  int size() {
    return byPlaces.values().stream().mapToInt(Set::size).sum();
  }

  /** Clients whose seats see the same. */
  static final class Group {
    private final StreamClient[] clients;

    private Group(StreamClient[] clients) {
      this.clients = clients;
    }

    /** One of the seats, to look at the city with. */
    Seat seat() {
      return clients[0].seat();
    }

    void send(byte[] bytes) {
      for (StreamClient client : clients) {
        client.send(bytes);
      }
    }

    Stream<StreamClient> clients() {
      return Stream.of(clients);
    }
  }
}

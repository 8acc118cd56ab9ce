package city.xueliang.console.stream;

import city.xueliang.console.access.Seat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All who watch, together with those who see the same places. */
final class Audience {
  private final Map<Set<String>, Set<StreamClient>> byPlaces = new ConcurrentHashMap<>();

  /** How many asked for the figures of a place. */
  private final Map<String, Integer> metricsOf = new ConcurrentHashMap<>();

  void add(StreamClient client) {
    if (client.metricsOf() != null) {
      metricsOf.merge(client.metricsOf(), 1, Integer::sum);
    }
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
          if (group.remove(client) && client.metricsOf() != null) {
            metricsOf.computeIfPresent(
                client.metricsOf(), (place, count) -> count == 1 ? null : count - 1);
          }
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

  /** Whether somebody asked for the figures of a place. */
  boolean watches(String place) {
    return metricsOf.containsKey(place);
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

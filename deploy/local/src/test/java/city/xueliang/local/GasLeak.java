package city.xueliang.local;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Registry;
import city.xueliang.schemas.Quality;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.SensorReading;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Gas of more than the second stage, at sensors of a running city. */
final class GasLeak {
  /** Name of the rule that tells of it. */
  static final String RULE = "可燃气体二级报警";

  private static final double PERCENT_LEL = 62.5;

  private GasLeak() {}

  /** Happens now, at the first sensors of the registry, each in another grid. */
  static void at(Registry registry, int sensors, String bootstrap)
      throws InterruptedException, ExecutionException {
    List<String> grids =
        registry.devices().stream().map(Device::grid).distinct().limit(sensors).toList();
    SingleObjectCodec<SensorReading> codec = SingleObjectCodec.of(SensorReading.class);
    OutsideClient.sendAll(
        bootstrap,
        grids.stream()
            .map(grid -> reading(sensor(registry, grid)))
            .map(
                reading ->
                    new ProducerRecord<>(
                        Topics.SENSOR_READINGS,
                        reading.getDeviceId().getBytes(StandardCharsets.US_ASCII),
                        codec.encode(reading)))
            .toList());
  }

  private static String sensor(Registry registry, String grid) {
    return registry.devices().stream()
        .filter(device -> device.grid().equals(grid) && device.modelClass() == ModelClass.SENSOR)
        .map(Device::deviceId)
        .findFirst()
        .orElseThrow();
  }

  private static SensorReading reading(String sensor) {
    Instant now = Instant.now();
    return SensorReading.newBuilder()
        .setDeviceId(sensor)
        .setQuantity(Quantity.GAS_LEL_PERCENT)
        .setValue(PERCENT_LEL)
        .setOccurredAt(now)
        .setReceivedAt(now)
        .setQuality(Quality.GOOD)
        .build();
  }
}

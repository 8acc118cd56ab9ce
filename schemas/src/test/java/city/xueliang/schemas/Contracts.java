package city.xueliang.schemas;

import java.util.List;
import org.apache.avro.Schema;

/** The contracts of all topics, in the order in which their data flows. */
final class Contracts {
  static final List<Schema> ALL =
      List.of(
          CameraEvent.getClassSchema(),
          SensorReading.getClassSchema(),
          Place.getClassSchema(),
          Device.getClassSchema(),
          Rule.getClassSchema(),
          Silence.getClassSchema(),
          ResponsePolicy.getClassSchema(),
          DispatchAction.getClassSchema(),
          Alert.getClassSchema(),
          PlaceMetrics.getClassSchema(),
          RejectedRecord.getClassSchema(),
          AuditRecord.getClassSchema());

  private Contracts() {}
}

package city.xueliang.feeds.replay;

import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.SensorReading;

/** Where the records of a replay go. */
interface RecordSink {
  /** Takes every record and keeps none: for a trial of a mapping. */
  RecordSink NOWHERE =
      new RecordSink() {
        @Override
        public void send(CameraEvent event) {}

        @Override
        public void send(SensorReading reading) {}
      };

  void send(CameraEvent event);

  void send(SensorReading reading);
}

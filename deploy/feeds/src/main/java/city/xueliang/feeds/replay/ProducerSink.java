package city.xueliang.feeds.replay;

import city.xueliang.feeds.send.FeedProducer;
import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.SensorReading;

/** Sends every record to Kafka. */
record ProducerSink(FeedProducer producer) implements RecordSink {
  @Override
  public void send(CameraEvent event) {
    producer.send(event);
  }

  @Override
  public void send(SensorReading reading) {
    producer.send(reading);
  }
}

package city.xueliang.feeds.simulate;

import city.xueliang.domain.observation.Measure;
import city.xueliang.feeds.simulate.chance.Randomness;
import city.xueliang.feeds.simulate.city.DeviceTable;
import city.xueliang.feeds.simulate.city.Surroundings;
import city.xueliang.feeds.simulate.signal.CameraSignal;
import city.xueliang.feeds.simulate.signal.CityCalendar;
import city.xueliang.feeds.simulate.signal.SensorSignal;
import city.xueliang.feeds.simulate.signal.Utterance;

/** What every device says when nothing happens around it. */
final class DeviceVoices {
  private static final float UNSEEN = -1;

  private final DeviceTable devices;
  private final SensorSignal sensors;
  private final CameraSignal cameras;
  private final Randomness random;

  DeviceVoices(DeviceTable devices, SimulationOptions options) {
    CityCalendar calendar = new CityCalendar(options.zone(), options.start());
    this.devices = devices;
    this.sensors = new SensorSignal(options.seed(), calendar);
    this.cameras = new CameraSignal(options.seed(), calendar);
    this.random = Randomness.of(options.runSeed(), "voices");
  }

  Utterance at(int device, long epochMillis) {
    if (!devices.isCamera(device)) {
      Measure quantity = devices.quantity(device);
      return new Utterance(device, quantity, sensors.value(device, quantity, epochMillis), UNSEEN);
    }
    Surroundings around = devices.surroundings(device);
    Measure kind = cameras.kind(device, around, random);
    boolean seen = kind != Measure.HEARTBEAT && !kind.isValued();
    return new Utterance(
        device,
        kind,
        cameras.count(device, kind, around, epochMillis),
        seen ? (float) random.between(0.4, 0.99) : UNSEEN);
  }
}

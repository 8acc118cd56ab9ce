package city.xueliang.placewatch;

import static city.xueliang.flink.job.Stations.station;

import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.DeviceChange;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.placewatch.registry.KnownRules;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.registry.RegistryChange;
import city.xueliang.placewatch.watch.DeviceInput;
import city.xueliang.placewatch.watch.GridObservation;
import city.xueliang.placewatch.watch.WatchDevice;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The part of the pipeline in which each device is watched, by whatever is known of it. */
final class DeviceWatching {
  private static final BinaryTypeInfo<DeviceInput> INPUTS =
      BinaryTypeInfo.of(DeviceInput.class, new DeviceInput.Form());

  private DeviceWatching() {}

  /**
   * Lays it.
   *
   * @param records of both feeds
   * @param rejections of both feeds
   * @param devices as they become known
   * @param registry places and rules as they become known
   */
  static SingleOutputStreamOperator<GridObservation> build(
      DataStream<Accepted> records,
      DataStream<Rejection> rejections,
      DataStream<DeviceChange> devices,
      DataStream<RegistryChange> registry,
      WatchDevice watch) {
    return watchDevices(
        takeRecords(records).union(takeMistimed(rejections), takeDeviceChanges(devices)),
        registry,
        watch);
  }

  private static DataStream<DeviceInput> takeRecords(DataStream<Accepted> feeds) {
    return station("take-records", feeds.map(DeviceInput::of).returns(INPUTS));
  }

  /** The records that were rejected because of their times say of their devices that they live. */
  private static DataStream<DeviceInput> takeMistimed(DataStream<Rejection> rejections) {
    return station(
        "take-mistimed",
        rejections
            .filter(rejection -> rejection.mistimedDevice() != null)
            .uid("select-mistimed")
            .name("select-mistimed")
            .map(rejection -> DeviceInput.ofMistimed(rejection.mistimedDevice()))
            .returns(INPUTS));
  }

  private static DataStream<DeviceInput> takeDeviceChanges(DataStream<DeviceChange> devices) {
    return station("take-device-changes", devices.map(DeviceInput::of).returns(INPUTS));
  }

  private static SingleOutputStreamOperator<GridObservation> watchDevices(
      DataStream<DeviceInput> inputs, DataStream<RegistryChange> registry, WatchDevice watch) {
    return station(
        "watch-device",
        inputs
            .keyBy(DeviceInput::deviceId)
            .connect(registry.broadcast(WatchDevice.PLACES, KnownZones.STATE, KnownRules.STATE))
            .process(watch, BinaryTypeInfo.of(GridObservation.class, new GridObservation.Form())));
  }
}

package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.GridKind;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.Ring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Places and devices of the domain as records of the contracts and back. Reading back a level, grid
 * kind or model class that a newer writer added is an {@link IllegalArgumentException}.
 */
public final class RegistryRecords {

  private RegistryRecords() {}

  public static city.xueliang.schemas.Place toRecord(Place place) {
    Coordinate centre = place.centre();
    return city.xueliang.schemas.Place.newBuilder()
        .setCode(place.code())
        .setLevel(PlaceLevel.valueOf(place.level().name()))
        .setParent(place.parent())
        .setNameZh(place.nameZh())
        .setNameEn(place.nameEn())
        .setGridKind(
            place.gridKind() == null
                ? null
                : city.xueliang.schemas.GridKind.valueOf(place.gridKind().name()))
        .setLongitude(centre == null ? null : centre.longitude())
        .setLatitude(centre == null ? null : centre.latitude())
        .setAreaSquareMetres(place.areaSquareMetres())
        .setOutline(place.outline().stream().map(RegistryRecords::toRing).toList())
        .setGrids(place.grids())
        .setValidFrom(place.validity().from())
        .setValidTo(place.validity().to())
        .setReplacedBy(place.replacedBy())
        .build();
  }

  public static city.xueliang.schemas.Device toRecord(Device device) {
    return city.xueliang.schemas.Device.newBuilder()
        .setDeviceId(device.deviceId())
        .setGrid(device.grid())
        .setModelClass(city.xueliang.schemas.ModelClass.valueOf(device.modelClass().name()))
        .setReportIntervalSeconds(device.reportIntervalSeconds())
        .setSegment(device.segment())
        .setRetiredAt(
            device.retiredAt() == Device.IN_SERVICE
                ? null
                : Instant.ofEpochMilli(device.retiredAt()))
        .setSince(
            device.since() == Device.SINCE_PUBLISHED ? null : Instant.ofEpochMilli(device.since()))
        .build();
  }

  public static Place toPlace(city.xueliang.schemas.Place written) {
    return new Place(
        written.getCode(),
        Level.valueOf(written.getLevel().name()),
        written.getParent(),
        written.getNameZh(),
        written.getNameEn(),
        written.getGridKind() == null ? null : GridKind.valueOf(written.getGridKind().name()),
        written.getLongitude() == null || written.getLatitude() == null
            ? null
            : new Coordinate(written.getLongitude(), written.getLatitude()),
        written.getAreaSquareMetres(),
        written.getOutline().stream().map(RegistryRecords::toCoordinates).toList(),
        written.getGrids(),
        new Place.Validity(written.getValidFrom(), written.getValidTo()),
        written.getReplacedBy());
  }

  public static Device toDevice(city.xueliang.schemas.Device written) {
    return new Device(
        written.getDeviceId(),
        written.getGrid(),
        ModelClass.valueOf(written.getModelClass().name()),
        written.getReportIntervalSeconds(),
        written.getSegment(),
        written.getSince() == null ? Device.SINCE_PUBLISHED : written.getSince().toEpochMilli(),
        written.getRetiredAt() == null ? Device.IN_SERVICE : written.getRetiredAt().toEpochMilli());
  }

  private static Ring toRing(List<Coordinate> coordinates) {
    List<Double> flat = new ArrayList<>(2 * coordinates.size());
    for (Coordinate coordinate : coordinates) {
      flat.add(coordinate.longitude());
      flat.add(coordinate.latitude());
    }
    return new Ring(flat);
  }

  private static List<Coordinate> toCoordinates(Ring ring) {
    List<Double> flat = ring.getCoordinates();
    List<Coordinate> coordinates = new ArrayList<>(flat.size() / 2);
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      coordinates.add(new Coordinate(flat.get(i), flat.get(i + 1)));
    }
    return coordinates;
  }
}

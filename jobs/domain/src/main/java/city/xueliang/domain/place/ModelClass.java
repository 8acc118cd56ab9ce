package city.xueliang.domain.place;

/** Class of a device: what it may send. */
public enum ModelClass {
  CAMERA,
  SENSOR
}

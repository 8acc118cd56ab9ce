package city.xueliang.flink.influx;

import com.influxdb.client.write.Point;
import java.io.Serializable;

/**
 * Makes a point of an element.
 *
 * @param <T> type of the stream's elements
 */
@FunctionalInterface
public interface PointConverter<T> extends Serializable {
  /**
   * The element's point. It must carry its time: measurement, tags and time are the identity by
   * which a second write overwrites the first. A point without any finite field is not written.
   */
  Point convert(T element);
}

package city.xueliang.flink.influx;

import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.ElementConverter;

/** Element to line; the line is empty if the point has no field. */
record LineConverter<T>(PointConverter<T> points, WritePrecision precision)
    implements ElementConverter<T, LineProtocol> {

  @Override
  public LineProtocol apply(T element, SinkWriter.Context context) {
    Point point = points.convert(element);
    return LineProtocol.of(point.toLineProtocol(null, precision));
  }
}

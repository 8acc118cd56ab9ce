package city.xueliang.store.reading;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import com.influxdb.client.write.WriteParameters;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** Writes as the job's sink does, through the same client. */
final class ClientWrites implements AutoCloseable {
  private static final int POINTS_OF_REQUEST = 5_000;

  private final InfluxDBClient client;

  ClientWrites(String url, Interceptor interceptor) {
    client =
        InfluxDBClientFactory.create(
            InfluxDBClientOptions.builder()
                .url(url)
                .org("xueliang")
                .okHttpClient(new OkHttpClient.Builder().addInterceptor(interceptor))
                .build());
  }

  void write(String bucket, List<Point> points) {
    WriteParameters parameters = new WriteParameters(bucket, "xueliang", WritePrecision.MS);
    Conditions.parts(points, POINTS_OF_REQUEST)
        .forEach(part -> client.getWriteApiBlocking().writePoints(part, parameters));
  }

  @Override
  public void close() {
    client.close();
  }
}

package city.xueliang.flink.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.write.WriteParameters;
import com.influxdb.exceptions.InfluxException;
import java.util.List;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Writes lines to one bucket, compressed; each write is one request. For several threads. */
final class InfluxDbConnection implements AutoCloseable {
  private final Dispatcher calls = new Dispatcher();
  private final InfluxDBClient client;
  private final WriteApiBlocking writes;
  private final WriteParameters parameters;

  InfluxDbConnection(InfluxDbTarget target, Patience patience, HttpClientCustomizer customizer) {
    OkHttpClient.Builder http =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectTimeout(patience.connect())
            .writeTimeout(patience.request())
            .readTimeout(patience.request())
            .callTimeout(patience.request())
            .dispatcher(calls)
            .addInterceptor(new TokenInterceptor(target.token()));
    customizer.customize(http);
    this.client =
        InfluxDBClientFactory.create(
                InfluxDBClientOptions.builder()
                    .url(target.url())
                    .org(target.org())
                    .bucket(target.bucket())
                    .okHttpClient(http)
                    .build())
            .enableGzip();
    this.writes = client.getWriteApiBlocking();
    this.parameters = new WriteParameters(target.bucket(), target.org(), target.precision());
  }

  /** Blocks until the server has answered or the time for it is over. */
  WriteAnswer write(List<LineProtocol> lines) {
    try {
      writes.writeRecord(LineProtocol.body(lines), parameters);
      return WriteAnswer.WRITTEN;
    } catch (InfluxException e) {
      return WriteAnswer.of(e);
    }
  }

  /** Breaks off the requests that are under way; their writers see a failure. */
  void cancel() {
    calls.cancelAll();
  }

  @Override
  public void close() {
    client.close();
  }
}

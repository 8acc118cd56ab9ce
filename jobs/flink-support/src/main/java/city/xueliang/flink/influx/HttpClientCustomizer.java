package city.xueliang.flink.influx;

import java.io.Serializable;
import okhttp3.OkHttpClient;

/** Last touch on the HTTP client: proxies, certificates, an interceptor for an older server. */
@FunctionalInterface
public interface HttpClientCustomizer extends Serializable {
  /** Called once per writer, before the client is built. */
  void customize(OkHttpClient.Builder client);
}

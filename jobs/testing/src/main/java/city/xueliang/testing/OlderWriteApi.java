package city.xueliang.testing;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Makes the client's write API work on an InfluxDB before 1.8, which knows {@code /write} but not
 * {@code /api/v2/write}. The bucket is {@code database} or {@code database/retention-policy}.
 */
public final class OlderWriteApi implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    HttpUrl url = chain.request().url();
    if (!url.encodedPath().equals("/api/v2/write")) {
      return chain.proceed(chain.request());
    }
    String[] bucket = url.queryParameter("bucket").split("/", 2);
    // The older API says 'n' for nanoseconds and the same as the newer one for the others.
    String precision = url.queryParameter("precision").replace("ns", "n");
    HttpUrl.Builder older =
        url.newBuilder()
            .encodedPath("/write")
            .query(null)
            .addQueryParameter("db", bucket[0])
            .addQueryParameter("precision", precision);
    if (bucket.length == 2) {
      older.addQueryParameter("rp", bucket[1]);
    }
    return chain.proceed(chain.request().newBuilder().url(older.build()).build());
  }
}

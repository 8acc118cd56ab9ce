package city.xueliang.flink.influx;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Adds the token to every request. */
final class TokenInterceptor implements Interceptor {
  private final TokenSupplier supplier;

  TokenInterceptor(TokenSupplier supplier) {
    this.supplier = supplier;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    String token = supplier.token().strip();
    if (token.isEmpty()) {
      return chain.proceed(chain.request());
    }
    // Checked here because the HTTP client's own message could show it.
    if (!token.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IOException("The InfluxDB token holds a character that is not printable ASCII");
    }
    Request withToken =
        chain.request().newBuilder().header("Authorization", "Token " + token).build();
    return chain.proceed(withToken);
  }
}

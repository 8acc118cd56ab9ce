package city.xueliang.console.http;

import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.domain.text.Texts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the reader's language why something was not done, and nothing of the server's inside. */
public final class ErrorAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  private ErrorAnswers() {}

  public static void add(RoutesConfig routes) {
    routes.exception(ApiException.class, (failure, request) -> answer(request, failure));
    routes.exception(HttpResponseException.class, (failure, request) -> answer(request, failure));
    routes.exception(Exception.class, (failure, request) -> fail(request, failure));
  }

  private static void answer(Context request, ApiException failure) {
    answer(request, failure, failure.reason().status());
  }

  private static void answer(Context request, ApiException failure, int status) {
    Reason reason = failure.reason();
    Requests.putRefusal(request, reason);
    if (reason == Reason.TOO_MANY) {
      request.header(Header.RETRY_AFTER, failure.arguments().get(0));
    }
    if (reason == Reason.NOT_SIGNED_IN) {
      request.header(Header.WWW_AUTHENTICATE, "Bearer");
    }
    Object[] arguments = failure.arguments().toArray();
    String message =
        Texts.of(ErrorAnswers.class, Requests.language(request))
            .text("error." + reason.name(), arguments);
    request.status(status).json(Map.of("reason", reason.name(), "message", message));
  }

  /** What the server itself refuses: a path that is not there, a body that is too long. */
  private static void answer(Context request, HttpResponseException failure) {
    int status = failure.getStatus();
    if (status >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
      fail(request, failure);
      return;
    }
    ApiException reason =
        status == HttpStatus.NOT_FOUND.getCode()
            ? new ApiException(Reason.NOT_FOUND, Excerpt.of(request.path()))
            : new ApiException(Reason.BAD_PARAMETER, "HTTP", Integer.toString(status), "");
    answer(request, reason, status);
  }

  private static void fail(Context request, Exception failure) {
    String id = UUID.randomUUID().toString();
    LOG.error("{} {} failed as {}", request.method(), request.path(), id, failure);
    answer(request, new ApiException(Reason.FAILED, id));
  }
}

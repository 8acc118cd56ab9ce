package city.xueliang.console.http;

import city.xueliang.console.access.Permission;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.domain.text.Texts;
import io.javalin.http.Context;
import java.util.Locale;

/** What every route asks of a request. */
public final class Requests {
  private static final String VIEW = "view";
  private static final String LANGUAGE_HEADER = "Accept-Language";

  private Requests() {}

  /** Notes what the seat that sent the request sees. */
  public static void put(Context request, SeatView view) {
    request.attribute(VIEW, view);
  }

  /**
   * What the seat that sent the request sees.
   *
   * @throws ApiException NOT_SIGNED_IN
   */
  public static SeatView view(Context request) {
    SeatView view = request.attribute(VIEW);
    if (view == null) {
      throw new ApiException(Reason.NOT_SIGNED_IN);
    }
    return view;
  }

  /**
   * What the seat sees, if its role allows this.
   *
   * @throws ApiException NOT_SIGNED_IN, FORBIDDEN
   */
  public static SeatView viewWith(Permission permission, Context request) {
    SeatView view = view(request);
    if (!view.seat().role().may(permission)) {
      throw new ApiException(Reason.FORBIDDEN, permission.name());
    }
    return view;
  }

  /** The language of the answer's texts. */
  public static Locale language(Context request) {
    return Texts.language(request.header(LANGUAGE_HEADER));
  }
}

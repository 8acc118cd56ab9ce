package city.xueliang.console.http;

import city.xueliang.console.access.Permission;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.domain.text.Texts;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What every route asks of a request. */
public final class Requests {
  private static final String VIEW = "view";
  private static final String SIGNED_IN = "signed-in";
  private static final String REFUSAL = "refusal";
  private static final String LANGUAGE_HEADER = "Accept-Language";

  private Requests() {}

  /**
   * Notes what the seat that sent the request sees.
   *
   * @param isSignedIn says at any time later whether it still may
   */
  public static void put(Context request, SeatView view, BooleanSupplier isSignedIn) {
    request.attribute(VIEW, view);
    request.attribute(SIGNED_IN, isSignedIn);
  }

  /**
   * Says at any time after this request whether the seat that sent it is still signed in as the
   * same one. Does not keep the request.
   *
   * @throws ApiException NOT_SIGNED_IN
   */
  public static BooleanSupplier signedIn(Context request) {
    BooleanSupplier isSignedIn = request.attribute(SIGNED_IN);
    if (isSignedIn == null) {
      throw new ApiException(Reason.NOT_SIGNED_IN);
    }
    return isSignedIn;
  }

  /** What the seat that sent the request sees; empty if nobody is signed in. */
  public static Optional<SeatView> seenBy(Context request) {
    return Optional.ofNullable(request.attribute(VIEW));
  }

  /**
   * What the seat that sent the request sees.
   *
   * @throws ApiException NOT_SIGNED_IN
   */
  public static SeatView view(Context request) {
    return seenBy(request).orElseThrow(() -> new ApiException(Reason.NOT_SIGNED_IN));
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

  /** Notes why a request is not done. */
  static void putRefusal(Context request, Reason reason) {
    request.attribute(REFUSAL, reason);
  }

  /** Why the request was not done, when it is answered; empty if it was. */
  public static Optional<Reason> refusal(Context request) {
    return Optional.ofNullable(request.attribute(REFUSAL));
  }

  /** The language of the answer's texts. */
  public static Locale language(Context request) {
    return Texts.language(request.header(LANGUAGE_HEADER));
  }
}

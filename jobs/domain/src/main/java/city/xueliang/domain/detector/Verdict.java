package city.xueliang.domain.detector;

import java.util.List;

/**
 * The state after what was judged, and what there is to say, in this order.
 *
 * @param <S> the state's class
 */
public record Verdict<S>(S state, List<Finding> findings) {
  public Verdict {
    findings = List.copyOf(findings);
  }

  public static <S> Verdict<S> nothing(S state) {
    return new Verdict<>(state, List.of());
  }

  public static <S> Verdict<S> of(S state, Finding finding) {
    return new Verdict<>(state, List.of(finding));
  }
}

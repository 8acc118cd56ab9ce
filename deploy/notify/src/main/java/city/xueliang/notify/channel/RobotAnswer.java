package city.xueliang.notify.channel;

import java.util.Optional;
import java.util.Set;

/** Robots say in a code of the body what became of a message, mostly under status 200. */
final class RobotAnswer {
  private RobotAnswer() {}

  /**
   * What an answer means.
   *
   * @param busy codes of "too fast" and "busy", after which another attempt may do
   * @param keys that the code may stand under; 0 is success
   */
  static Outcome judge(int status, String body, Set<Long> busy, String... keys) {
    Optional<Long> code = Json.number(body, keys);
    if (code.filter(busy::contains).isPresent()) {
      return Outcome.tryAgain("status " + status + ", code " + code.get());
    }
    if (status < 200 || status >= 300) {
      return Outcome.refused("status " + status + ": " + body);
    }
    if (code.isEmpty()) {
      // Such as the page of a proxy, which answers for the robot while it cannot be reached.
      return Outcome.tryAgain("status " + status + " without a code");
    }
    return code.get() == 0
        ? Outcome.taken("status " + status + ", code 0")
        : Outcome.refused("status " + status + ", code " + code.get() + ": " + body);
  }
}

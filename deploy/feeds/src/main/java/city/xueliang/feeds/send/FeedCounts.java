package city.xueliang.feeds.send;

/**
 * Records of one producer since it was opened.
 *
 * @param sent handed to the producer
 * @param acknowledged written by the broker
 * @param errors refused for good, by the producer or the broker
 */
public record FeedCounts(long sent, long acknowledged, long errors) {

  /** Records under way: neither written nor refused yet. */
  public long unacknowledged() {
    return sent - acknowledged - errors;
  }
}

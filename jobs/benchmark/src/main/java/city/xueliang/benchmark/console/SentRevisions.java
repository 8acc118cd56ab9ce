package city.xueliang.benchmark.console;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When each revision of each alert was sent; alerts are numbered from 0. One thread writes, any may
 * read.
 */
final class SentRevisions {
  private static final int ID_DIGITS = 32;
  private static final int DIGITS_THAT_COUNT = 8;

  private final AtomicLongArray sentAt;
  private final AtomicIntegerArray newest;

  SentRevisions(int mostAlerts) {
    this.sentAt = new AtomicLongArray(mostAlerts * (AlertLives.REVISIONS + 1));
    this.newest = new AtomicIntegerArray(mostAlerts);
  }

  /** The id of an alert, from which its number can be told again. */
  static String id(int number) {
    return "%032x".formatted(number);
  }

  /** The number of the alert whose id stands there; -1 if there is none. */
  static int number(byte[] text, int from) {
    int number = 0;
    for (int at = from + ID_DIGITS - DIGITS_THAT_COUNT; at < from + ID_DIGITS; at++) {
      int digit = Character.digit(text[at], 16);
      if (digit < 0) {
        return -1;
      }
      number = number * 16 + digit;
    }
    return number;
  }

  int mostAlerts() {
    return newest.length();
  }

  void sent(int number, int revision, long nanos) {
    sentAt.set(number * (AlertLives.REVISIONS + 1) + revision, nanos);
    newest.set(number, revision);
  }

  /** As {@link System#nanoTime}. */
  long sentAt(int number, int revision) {
    return sentAt.get(number * (AlertLives.REVISIONS + 1) + revision);
  }

  /** The newest revision of an alert; 0 if there is none. */
  int newest(int number) {
    return newest.get(number);
  }
}

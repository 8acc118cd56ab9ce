package city.xueliang.notify.channel;

import city.xueliang.notify.message.Message;

/** A way out of the city's computers. Used by one thread at a time. */
public interface Channel {

  /**
   * Makes one attempt. Whatever goes wrong outside is an outcome, not an exception.
   *
   * @throws InterruptedException if the attempt is no longer wanted; it may have succeeded
   */
  Outcome send(Message message) throws InterruptedException;
}

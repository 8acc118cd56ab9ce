package city.xueliang.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.function.Supplier;

/**
 * Runs QuestDB's start and stop without what they print: both tell of themselves on both streams,
 * which would spoil the screen of a program that draws on it, and no setting stops that. What other
 * threads print meanwhile goes through.
 */
final class MutedConsole {

  private MutedConsole() {}

  static <T> T during(Supplier<T> work) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream mutedOut = withoutThisThread(out);
    PrintStream mutedErr = withoutThisThread(err);
    System.setOut(mutedOut);
    System.setErr(mutedErr);
    try {
      return work.get();
    } finally {
      // A stream that somebody else has replaced since is theirs.
      if (System.out == mutedOut) {
        System.setOut(out);
      }
      if (System.err == mutedErr) {
        System.setErr(err);
      }
    }
  }

  private static PrintStream withoutThisThread(PrintStream stream) {
    Thread muted = Thread.currentThread();
    OutputStream rest =
        new OutputStream() {
          @Override
          public void write(int b) {
            if (Thread.currentThread() != muted) {
              stream.write(b);
            }
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            if (Thread.currentThread() != muted) {
              stream.write(bytes, from, length);
            }
          }

          @Override
          public void flush() {
            stream.flush();
          }
        };
    return new PrintStream(rest, true, Charset.defaultCharset());
  }
}

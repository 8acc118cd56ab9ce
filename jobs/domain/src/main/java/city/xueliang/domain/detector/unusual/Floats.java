package city.xueliang.domain.detector.unusual;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Arrays of a known length, 4 bytes for each number. */
final class Floats {
  private Floats() {}

  static void write(float[] numbers, DataOutput out) throws IOException {
    for (float number : numbers) {
      out.writeFloat(number);
    }
  }

  static void read(float[] numbers, DataInput in) throws IOException {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readFloat();
    }
  }
}
